import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles } from './store/files.mjs'

// The rules are in `biome.json`. This test shows that they report what they should, and nothing else.

const forbidden: readonly [file: string, specifier: string][] = [
  ['lib/site/a.ts', '../queries/lists'],
  ['lib/markdown/a.ts', '@/lib/published/types'],
  ['lib/published/a.ts', '../authoring/publish/publish'],
  ['lib/authoring/a.ts', '../queries/lists'],
  ['lib/queries/a.ts', '../authoring/publish/publish'],
  ['lib/queries/b.ts', '../search/search'],
  ['lib/outputs/feed/a.ts', '../../runtime/preview/token'],
  ['lib/search/a.ts', '../markdown/compile'],
  ['components/a.tsx', '@/app/page'],
  ['app/a.ts', '@/lib/markdown/rehype/rehype-numbers'],
  ['lib/browser/a.ts', '../site/routes.mjs'],
  ['lib/browser/keys/a.ts', '../../site/routes.mjs'],
]
const allowed: readonly [file: string, specifier: string][] = [
  ['lib/queries/c.ts', '../published/types'],
  ['lib/authoring/c.ts', '../published/types'],
  ['app/c.ts', '@/lib/queries/lists'],
  ['lib/browser/c.ts', './keys/keys'],
  ['lib/browser/keys/c.ts', '../storage/store'],
]

test('imports point to lower layers only, and the server does not import the compiler', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-layers-'))
  try {
    const { linter, overrides } = JSON.parse(readFileSync('biome.json', 'utf8'))
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ linter, overrides }))
    for (const [file, specifier] of [...forbidden, ...allowed]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), `import '${specifier}'\n`)
    }
    const biome = resolve('node_modules/@biomejs/biome/bin/biome')
    const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '.'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { category: string; location: { path: string | { file: string } } }[]
    }
    const reported = diagnostics
      .filter(({ category }) => category === 'lint/style/noRestrictedImports')
      .map(({ location: { path } }) => (typeof path === 'string' ? path : path.file))
    expect(reported.sort()).toEqual(forbidden.map(([file]) => file).sort())
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the publisher joins paths from the project’s root with /, which are keys and parts of URLs, also on Windows', () => {
  // These pass absolute paths to the system.
  const native = [
    'lib/authoring/backup/create-backup.ts',
    'lib/authoring/backup/parts.ts',
    'lib/authoring/backup/restore-backup.ts',
    'lib/authoring/compile/pool.ts',
  ]
  const names = listFiles('lib/authoring').filter(
    (name) => name.endsWith('.ts') && !/\.test\.|fixtures/.test(name),
  )
  const using = names.filter((name) => readFileSync(name, 'utf8').includes("from 'node:path'"))
  expect(using).toEqual(native)
})

test('the code depends on no particular site: no module imports its configuration', () => {
  const modules = ['app', 'components', 'lib'].flatMap((folder) => listFiles(folder))
  const importing = modules.filter(
    (name) =>
      /\.(ts|tsx|mjs)$/.test(name) && /from '[@./]+\/site\.config(\.ts)?'/.test(readFileSync(name, 'utf8')),
  )
  expect(importing).toEqual([])
})

test('import cycles are errors, cycles of types included', () => {
  const { rules } = JSON.parse(readFileSync('biome.json', 'utf8')).linter
  expect(rules.suspicious.noImportCycles).toEqual({ level: 'error', options: { ignoreTypes: false } })
})
