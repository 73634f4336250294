import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  currentVersion,
  defaultSource,
  fetchVersions,
  planUpgrade,
  replaceFiles,
  uncommittedChanges,
} from './plan.mjs'

let folder: string
let engine: string
let author: string

function git(repository: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...identity, ...args], { cwd: repository, encoding: 'utf8', stdio: 'pipe' })
}

/** Write files; `undefined` deletes one. */
function write(repository: string, files: Readonly<Record<string, string | undefined>>): void {
  for (const [file, text] of Object.entries(files)) {
    const path = join(repository, file)
    mkdirSync(dirname(path), { recursive: true })
    if (text === undefined) rmSync(path)
    else writeFileSync(path, text)
  }
}

function commit(repository: string, files: Readonly<Record<string, string | undefined>>): void {
  write(repository, files)
  git(repository, 'add', '--all')
  git(repository, 'commit', '--quiet', '--message', 'x')
}

const read = (file: string) => readFileSync(join(author, file), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-upgrade-'))
  engine = join(folder, 'engine')
  author = join(folder, 'author')
  mkdirSync(engine)
  git(engine, 'init', '--quiet')
  commit(engine, {
    'package.json': '{ "version": "0.1.0" }',
    'README.md': 'engine 1',
    'app/[slug]/page.tsx': 'page 1',
    'lib/feed.ts': 'feed 1',
    'lib/stable.ts': 'stable',
    'content/posts/sample.mdx': 'sample 1',
    'site.config.ts': 'sample 1',
  })
  git(engine, 'tag', 'v0.1.0')
  commit(engine, {
    'package.json': '{ "version": "0.2.0" }',
    'CHANGELOG.md': '## [0.2.0]\n\n### Migration from 0.1\n\n- Nothing.\n',
    'app/[slug]/page.tsx': 'page 2',
    'app/s/page.tsx': 'a path that the glob [slug] matches',
    'lib/feed.ts': undefined,
    'lib/outputs/feed.ts': 'feed 2',
    'content/posts/sample.mdx': 'sample 2',
    'content/posts/new-sample.mdx': 'sample 2',
    'site.config.ts': 'sample 2',
    'site/style.css': 'sample 2',
  })
  git(engine, 'tag', '--annotate', '--message', 'x', 'v0.2.0')
  git(engine, 'tag', 'v0.3.0-rc.1')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What an author does after cloning 0.1: delete the sample, change the configuration, write. */
const ownSite = {
  'content/posts/sample.mdx': undefined,
  'content/posts/own.mdx': 'own',
  'site.config.ts': 'own',
  CNAME: 'example.org',
}

function cloneByAuthor(): void {
  git(folder, 'clone', '--quiet', '--branch', 'v0.1.0', engine, author)
  commit(author, ownSite)
}

describe.each([
  ['a clone', cloneByAuthor],
  [
    'a repository without the history of the engine, as from a template',
    () => {
      git(folder, 'clone', '--quiet', '--branch', 'v0.1.0', engine, join(folder, 'copy'))
      cpSync(join(folder, 'copy'), author, { recursive: true })
      rmSync(join(author, '.git'), { recursive: true })
      git(author, 'init', '--quiet')
      commit(author, {})
      commit(author, ownSite)
    },
  ],
])('%s of 0.1', (_, create) => {
  beforeEach(create)

  test('gets the files of the engine, and keeps its own', () => {
    expect(currentVersion(author)).toBe('0.1.0')
    expect(fetchVersions(author, engine)).toEqual(['0.1.0', '0.2.0'])
    const plan = planUpgrade(author, '0.1.0', '0.2.0')
    expect(plan).toMatchObject({
      written: [
        'CHANGELOG.md',
        'app/[slug]/page.tsx',
        'app/s/page.tsx',
        'lib/outputs/feed.ts',
        'package.json',
      ],
      removed: ['lib/feed.ts'],
      modified: [],
      kept: [],
      notes: [{ version: '0.2.0', text: '- Nothing.' }],
    })
    replaceFiles(author, plan)
    git(author, 'commit', '--quiet', '--message', 'upgrade')
    expect(git(author, 'status', '--porcelain')).toBe('')
    expect(git(author, 'ls-files').trim().split('\n')).toEqual([
      'CHANGELOG.md',
      'CNAME',
      'README.md',
      'app/[slug]/page.tsx',
      'app/s/page.tsx',
      'content/posts/own.mdx',
      'lib/outputs/feed.ts',
      'lib/stable.ts',
      'package.json',
      'site.config.ts',
    ])
    expect(read('app/[slug]/page.tsx')).toBe('page 2')
    expect(read('site.config.ts')).toBe('own')
    expect(currentVersion(author)).toBe('0.2.0')
  })

  test('lists the files of the engine that the author modified or deleted', () => {
    commit(author, {
      'app/[slug]/page.tsx': 'mine',
      'lib/feed.ts': 'mine',
      'lib/outputs/feed.ts': 'mine, where the new version has a file',
      'lib/stable.ts': 'mine, and not changed by the new version',
      'README.md': undefined,
    })
    fetchVersions(author, engine)
    const { modified, kept } = planUpgrade(author, '0.1.0', '0.2.0')
    expect(modified).toEqual(['app/[slug]/page.tsx', 'lib/feed.ts', 'lib/outputs/feed.ts'])
    expect(kept).toEqual(['README.md', 'lib/stable.ts'])
  })

  test('does not list what is already as in the new version', () => {
    commit(author, { 'app/[slug]/page.tsx': 'page 2', 'lib/feed.ts': undefined })
    fetchVersions(author, engine)
    expect(planUpgrade(author, '0.1.0', '0.2.0')).toMatchObject({ modified: [], removed: [] })
  })
})

test('fetching leaves the tags of the author alone', () => {
  cloneByAuthor()
  git(author, 'tag', '--delete', 'v0.1.0', 'v0.2.0', 'v0.3.0-rc.1')
  git(author, 'tag', 'v0.2.0', 'HEAD')
  fetchVersions(author, engine)
  expect(git(author, 'tag').trim()).toBe('v0.2.0')
  expect(git(author, 'rev-parse', 'v0.2.0')).toBe(git(author, 'rev-parse', 'HEAD'))
})

test('a version without a tag is compared with the common ancestor, or not at all', () => {
  cloneByAuthor()
  git(engine, 'tag', '--delete', 'v0.1.0')
  fetchVersions(author, engine)
  expect(planUpgrade(author, '0.1.0', '0.2.0').modified).toEqual([])
  rmSync(join(author, '.git'), { recursive: true })
  git(author, 'init', '--quiet')
  commit(author, {})
  fetchVersions(author, engine)
  expect(() => planUpgrade(author, '0.1.0', '0.2.0')).toThrow('has no tag v0.1.0')
})

test('the source is the remote upstream, else origin', () => {
  cloneByAuthor()
  expect(defaultSource(author)).toBe('origin')
  git(author, 'remote', 'add', 'upstream', engine)
  expect(defaultSource(author)).toBe('upstream')
})

test('finds changes that are not committed, new files included', () => {
  cloneByAuthor()
  expect(uncommittedChanges(author)).toBe('')
  write(author, { 'content/posts/draft.mdx': 'x', 'lib/feed.ts': 'mine' })
  expect(uncommittedChanges(author)).toBe(' M lib/feed.ts\n?? content/posts/draft.mdx')
})

test('a folder without an engine has no version', () => {
  git(folder, 'init', '--quiet', author)
  commit(author, { 'site.config.ts': '' })
  expect(currentVersion(author)).toBeUndefined()
  expect(existsSync(join(author, 'package.json'))).toBe(false)
})

describe('the command', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('lib/cli/upgrade.mjs'), '--site', author, ...args],
      { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', INIT_CWD: folder } },
    )
    return { status, output: stdout + stderr }
  }

  /** Expect that it fails with a message, and changes nothing. */
  function expectRefusal(message: string, ...args: string[]): void {
    const before = git(author, 'rev-parse', 'HEAD') + git(author, 'status', '--porcelain')
    const { status, output } = run(...args)
    expect(output).toContain(message)
    expect(status).toBe(1)
    expect(git(author, 'rev-parse', 'HEAD') + git(author, 'status', '--porcelain')).toBe(before)
  }

  test('shows what it would do, also with changes that are not committed', () => {
    cloneByAuthor()
    write(author, { 'content/posts/own.mdx': 'changed' })
    const { status, output } = run('--dry-run', '--from', 'engine')
    expect(output).toContain('Upgrade from 0.1.0 to 0.2.0. Files to write: 5; to remove: 1.')
    expect(output).toContain('Migration to 0.2.0:\n\n- Nothing.')
    expect(output).toContain('Nothing was changed')
    expect(status).toBe(0)
    expect(git(author, 'status', '--porcelain')).toBe(' M content/posts/own.mdx\n')
  })

  test('refuses changes that are not committed, and lists them', () => {
    cloneByAuthor()
    write(author, { 'content/posts/draft.mdx': 'x' })
    expectRefusal('?? content/posts/draft.mdx')
  })

  test('lists modified files of the engine, and refuses to replace them without --force', () => {
    cloneByAuthor()
    commit(author, { 'lib/feed.ts': 'mine' })
    expectRefusal('which would be replaced:\n  lib/feed.ts')
    expectRefusal('add --force')
  })

  test('names the versions that exist', () => {
    cloneByAuthor()
    expectRefusal('Found the versions 0.1.0, 0.2.0 in origin; expected 0.9.0.', '0.9.0')
    expectRefusal('git fetch failed', '--from', 'https://localhost:1/none')
  })

  test('upgrades no site that contains no engine', () => {
    git(folder, 'init', '--quiet', author)
    commit(author, { 'site.config.ts': '' })
    expectRefusal('contains no engine')
  })
})
