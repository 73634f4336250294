import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { create, extract, list } from 'tar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BackupError, createBackup, restoreBackup } from './backup'
import { manifestName } from './manifest'

let folder: string
let site: string
let messages: string[]

const now = new Date('2026-12-01T04:15:00Z')
const log = (text: string) => void messages.push(text)

/** What an author owns, and what cannot be rebuilt. */
const kept = {
  'content/posts/勾股定理.mdx': '---\ntitle: 勾股定理\n---\n',
  'content/posts/empty.mdx': '',
  'content/@draft.mdx': 'draft',
  'site.config.ts': 'export default {}',
  'site/public/robots.txt': 'x',
  '.env': 'SECRET=1',
  '@notes.txt': 'notes',
  '.lemma/content.json': '{}',
  '.lemma/state.json': '{}',
  '.lemma/documents/a.json': 'last good version',
  '.next/cache/lemma/bodies/a.br': 'its body',
  '.next/cache/lemma/known-posts.json': '["deleted"]',
  '.next/cache/lemma/known-paths.json': '{}',
  '.next/cache/lemma/announcements.json': '{}',
  '.next/cache/deliveries.json': '[]',
}

const leftOut = {
  '.git/config': 'x',
  '.lemma/compiled.json': '{}',
  '.lemma/publishing.lock.host/x': '',
  '.lemma/content.json.1.tmp': 'half',
  '.next/cache/lemma/cards/a.png': 'x',
  '.next/cache/pages/a': 'x',
  'backups/earlier.tar.gz': 'x',
  'lemma-backup-2026-01-01-000000.tar.gz': 'x',
  '.before-restore-2026-01-01/content/a.mdx': 'x',
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-backup-test-'))
  site = join(folder, 'site')
  messages = []
  writeFiles(site, { ...kept, ...leftOut })
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('restores every file of a site that cannot be rebuilt, and nothing else', async () => {
  const { archive, files } = await backUp()
  expect(files).toBe(Object.keys(kept).length)
  const target = join(folder, 'restored')
  const { manifest, replaced } = await restore(archive, target)
  expect(manifest).toMatchObject({ format: 1, lemma: '0.2.0', created: now.toISOString() })
  expect(replaced).toBeUndefined()
  expect(readFiles(target)).toEqual(kept)
})

test('the archive is readable by its owner only, by any tar, and begins with the manifest', async () => {
  const { archive } = await backUp()
  if (process.platform !== 'win32') expect(statSync(archive).mode & 0o777).toBe(0o600)
  const lines = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' }).trim().split('\n')
  expect(lines[0]).toBe(manifestName)
  expect(lines).toHaveLength(Object.keys(kept).length + 1)
  expect(readdirSync(folder).sort()).toEqual(['backup.tar.gz', 'site'])
})

test('in the folder of the engine, keeps the files of the site and leaves out those of the engine', async () => {
  writeFiles(site, { 'lib/engine.ts': 'x', 'package.json': '{}' })
  const { archive } = await createBackup({ ...options(), engine: site })
  expect((await namesIn(archive)).filter((name) => !(name in kept))).toEqual([manifestName])
  expect(await namesIn(archive)).not.toContain('./@notes.txt')
})

test('names an archive after its time in an existing folder', async () => {
  const { archive } = await createBackup({ ...options(), output: folder })
  expect(archive).toBe(join(folder, 'lemma-backup-2026-12-01-04-15-00.tar.gz'))
})

test('follows symbolic links, and reports those that lead nowhere', async () => {
  writeFiles(folder, { 'vault/note.mdx': 'note' })
  symlinkSync(join(folder, 'vault'), join(site, 'content/vault'))
  symlinkSync(site, join(site, 'content/loop'))
  symlinkSync('missing', join(site, 'content/broken'))
  const { archive } = await backUp()
  expect(messages[0]).toMatch(/content\/broken is a symbolic link that leads nowhere/)
  await restore(archive, join(folder, 'restored'))
  expect(readFileSync(join(folder, 'restored/content/vault/note.mdx'), 'utf8')).toBe('note')
})

test('contains whole files of one moment while a program writes them', async () => {
  const program = `
    const { writeFileSync } = require('node:fs')
    let version = 0
    const write = () => {
      version++
      for (const name of ['a', 'b']) writeFileSync(name, String(version % 10).repeat(2e6))
      if (process.send && version === 1) process.send('ready')
      setTimeout(write, version % 4 === 0 ? 300 : 5)
    }
    write()`
  const writer = spawn(process.execPath, ['-e', program], {
    cwd: join(site, 'content'),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    await once(writer, 'message')
    const { archive } = await backUp()
    await restore(archive, join(folder, 'restored'))
  } finally {
    writer.kill()
    await once(writer, 'exit')
  }
  const [a = '', b] = ['a', 'b'].map((name) => readFileSync(join(folder, 'restored/content', name), 'utf8'))
  expect(a).toHaveLength(2e6)
  expect(new Set(a).size).toBe(1)
  expect(a === b).toBe(true)
})

test.each([
  ['exists', 'taken.tar.gz', /exists already/],
  [
    'is in a part of the site',
    'site/content/backup.tar.gz',
    /is in content, so later backups would contain it/,
  ],
  ['has another ending', 'backup.zip', /ends with \.tar\.gz/],
])('refuses an archive that %s', async (_, output, message) => {
  writeFiles(folder, { 'taken.tar.gz': 'precious' })
  await expect(createBackup({ ...options(), output: join(folder, output) })).rejects.toThrow(message)
  expect(readFileSync(join(folder, 'taken.tar.gz'), 'utf8')).toBe('precious')
})

test('restores into a folder that is not empty with --force only, and keeps what it replaces', async () => {
  const { archive } = await backUp()
  const target = join(folder, 'other')
  const mine = { 'content/mine.mdx': 'mine', 'site/components/x.tsx': 'x', '.lemma/state.json': 'old' }
  writeFiles(target, { ...mine, 'lib/engine.ts': 'engine' })
  await expect(restore(archive, target)).rejects.toThrow(/is not empty/)
  expect(readFiles(target)).toEqual({ ...mine, 'lib/engine.ts': 'engine' })
  const { replaced = '' } = await restoreBackup({ archive, target, engine: '', force: true, now, log })
  expect(readFiles(replaced)).toEqual(mine)
  rmSync(replaced, { recursive: true })
  expect(readFiles(target)).toEqual({ ...kept, 'lib/engine.ts': 'engine' })
})

test('moves everything back if a part cannot be moved', async () => {
  const { archive } = await backUp()
  const target = join(folder, 'other')
  // The folder for the replaced files has a file where a folder is needed.
  const mine = { 'content/mine.mdx': 'mine', '.lemma/state.json': 'old' }
  writeFiles(target, { ...mine, '.before-restore-2026-12-01-04-15-00/.lemma': 'in the way' })
  const attempt = restoreBackup({ archive, target, engine: '', force: true, now, log })
  await expect(attempt).rejects.toThrow(/ENOTDIR|EEXIST|EPERM/)
  expect(readFiles(target)).toEqual({ ...mine, '.before-restore-2026-12-01-04-15-00/.lemma': 'in the way' })
})

test('does not restore files of a site folder over those of the engine', async () => {
  const { archive } = await backUp()
  const engine = join(folder, 'engine')
  writeFiles(engine, { 'package.json': '{}' })
  const attempt = restoreBackup({ archive, target: engine, engine, force: true, now, log })
  await expect(attempt).rejects.toThrow(/@notes\.txt .* would replace a file of the engine/)
  expect(readFiles(engine)).toEqual({ 'package.json': '{}' })
})

test('refuses an archive with one damaged byte, and one that is cut, before it writes anything', async () => {
  const { archive } = await backUp()
  const bytes = readFileSync(archive)
  const damaged = Buffer.from(bytes)
  const middle = bytes.length >> 1
  damaged.writeUInt8(damaged.readUInt8(middle) ^ 0xff, middle)
  for (const data of [damaged, bytes.subarray(0, middle), Buffer.from('no archive'), Buffer.alloc(0)]) {
    writeFileSync(archive, data)
    await expectRefusal(archive, /Nothing was restored|is not a backup/)
  }
})

test('refuses an archive with a changed, missing or additional file', async () => {
  const { archive } = await backUp()
  await repack(archive, (root) => writeFileSync(join(root, 'site.config.ts'), 'export default 01'))
  await expectRefusal(archive, /1 fault: site\.config\.ts is damaged/)
  await repack(archive, (root) => rmSync(join(root, 'site.config.ts')))
  await expectRefusal(archive, /1 fault: site\.config\.ts is missing/)
  await repack(archive, (root) => {
    writeFileSync(join(root, 'site.config.ts'), kept['site.config.ts'])
    symlinkSync('/etc', join(root, 'content/link'))
  })
  await expectRefusal(archive, /1 fault: content\/link does not belong to the backup/)
})

test.each([
  ['another format', { format: 2 }, /has format 2; this version of Lemma reads format 1/],
  ['a path outside', { files: { 'content/../../x': { size: 0, sha256: '' } } }, /outside of the site/],
  [
    'an absolute part',
    { parts: ['/etc'], files: { '/etc/x': { size: 0, sha256: '' } } },
    /outside of the site/,
  ],
  ['a path of Windows', { files: { 'content/..\\x': { size: 0, sha256: '' } } }, /outside of the site/],
  ['a file of no part', { files: { 'lib/x': { size: 0, sha256: '' } } }, /outside of the site/],
])('refuses a manifest with %s', async (_, change, message) => {
  const { archive } = await backUp()
  await repack(archive, (root) => {
    const manifest = JSON.parse(readFileSync(join(root, manifestName), 'utf8'))
    writeFileSync(join(root, manifestName), JSON.stringify({ ...manifest, ...change }))
  })
  await expectRefusal(archive, message)
})

const options = () => ({
  site,
  engine: join(folder, 'engine'),
  output: join(folder, 'backup.tar.gz'),
  version: '0.2.0',
  now,
  log,
})

const backUp = () => createBackup(options())

const restore = (archive: string, target: string) =>
  restoreBackup({ archive, target, engine: '', force: false, now, log })

async function expectRefusal(archive: string, message: RegExp): Promise<void> {
  const target = join(folder, 'refused')
  const error = await restore(archive, target).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(BackupError)
  expect((error as Error).message).toMatch(message)
  expect(existsSync(target)).toBe(false)
}

/** Write an archive again with other files. */
async function repack(archive: string, change: (root: string) => void): Promise<void> {
  const root = mkdtempSync(join(folder, 'repack-'))
  await extract({ file: archive, cwd: root })
  change(root)
  const names = readdirSync(root).filter((name) => name !== manifestName)
  await create({ file: archive, gzip: true, cwd: root }, [
    manifestName,
    ...names.flatMap((name) => filesBelow(root, name)),
  ])
}

/** Files and links, without their folders. */
function filesBelow(root: string, path: string): string[] {
  const isFolder = !isLink(join(root, path)) && statSync(join(root, path)).isDirectory()
  if (!isFolder) return [path.startsWith('@') ? `./${path}` : path]
  return readdirSync(join(root, path)).flatMap((name) => filesBelow(root, `${path}/${name}`))
}

function isLink(path: string): boolean {
  return readdirSync(dirname(path), { withFileTypes: true }).some(
    (entry) => entry.isSymbolicLink() && path.endsWith(`/${entry.name}`),
  )
}

async function namesIn(archive: string): Promise<string[]> {
  const names: string[] = []
  await list({ file: archive, onReadEntry: ({ path }) => void names.push(path) })
  return names
}

function writeFiles(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

function readFiles(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    paths.map((path) => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  )
}
