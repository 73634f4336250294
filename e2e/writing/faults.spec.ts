import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// A fault in a file, on the disk or in a process affects nothing else, and is repaired automatically.
test.describe.configure({ mode: 'serial', timeout: 240_000 })

let workspace: Workspace
let server: Served

const path = (file: string) => join(workspace.root, file)
const post = (name: string) => path(`content/posts/${name}`)
const article = (title: string, body = '正文。') => `---\ntitle: ${title}\ndate: 2026-11-01\n---\n\n${body}\n`

async function get(address: string): Promise<{ status: number; text: string }> {
  const response = await fetch(server.url + encodeURI(address), { redirect: 'manual' })
  return { status: response.status, text: await response.text() }
}

const health = async () => JSON.parse((await get('/api/health')).text)

/** Wait until the page shows the text. A retry of the publisher may be due only after half a minute. */
async function shows(address: string, text: string): Promise<void> {
  await expect(async () => expect((await get(address)).text).toContain(text)).toPass({ timeout: 60_000 })
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  workspace = createWorkspace({ isBuilt: true, compiles: true })
  server = await workspace.serve('start')
  await expect(async () => expect((await health()).publisher.posts).toBeGreaterThan(0)).toPass()
})
test.afterAll(async () => {
  await server?.stop()
  workspace.remove()
})

test('publishes an edit while another file has errors', async () => {
  writeFileSync(post('broken.md'), '---\ntitle: *anchor\ndate: 2026-11-01\n---\n\n正文。\n')
  await expect(async () =>
    expect((await health()).publisher.problems[0]).toMatchObject({
      file: 'content/posts/broken.md',
      line: expect.any(Number),
    }),
  ).toPass()
  writeFileSync(post('beside.md'), article('在旁边的'))
  await shows('/posts/beside', '在旁边的')
  rmSync(post('broken.md'))
  await expect(async () => expect((await health()).publisher.problems).toEqual([])).toPass()
  await shows('/posts/beside', '在旁边的')
})

test('a change that cannot be written stays pending until the disk accepts it', async () => {
  const documents = path('.lemma/documents')
  // A file instead of a folder: nothing can be written below it.
  renameSync(documents, `${documents}-away`)
  writeFileSync(documents, '')
  writeFileSync(post('beside.md'), article('第二版'))
  await expect(async () =>
    expect(await health()).toMatchObject({
      status: 'degraded',
      publisher: {
        pending: {
          files: ['content/posts/beside.md'],
          since: expect.stringMatching(/^\d{4}-/),
          reason: expect.stringMatching(/ENOTDIR|EEXIST/),
        },
      },
    }),
  ).toPass()
  expect((await get('/posts/beside')).text).toContain('在旁边的')
  rmSync(documents)
  renameSync(`${documents}-away`, documents)
  await shows('/posts/beside', '第二版')
  // The publisher reports a publication after it has written it.
  await expect(async () => {
    const { status, publisher } = await health()
    expect({ status, pending: publisher.pending }).toEqual({ status: 'ok', pending: undefined })
  }).toPass()
})

test('a full disk takes nothing offline, and pending changes are published when there is space', async () => {
  const documents = path('.lemma/documents')
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', documents])
  test.skip(mounted.status !== 0, 'a small disk cannot be mounted on this machine')
  writeFileSync(join(documents, 'full'), Buffer.alloc(4096))
  try {
    writeFileSync(post('beside.md'), article('第三版'))
    await expect(async () => expect((await health()).publisher.pending?.reason).toContain('ENOSPC')).toPass()
    expect((await get('/posts/beside')).text).toContain('第二版')
  } finally {
    spawnSync('umount', ['--lazy', documents])
  }
  await shows('/posts/beside', '第三版')
})

test('the URL of an image keeps its content if the image is replaced while its article is published', async () => {
  const image = (width: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="8" viewBox="0 0 8 8"/>`
  mkdirSync(post('drawn'), { recursive: true })
  writeFileSync(post('drawn/drawing.svg'), image(8))
  writeFileSync(post('drawn/index.md'), article('画', '![图](drawing.svg)'))
  await shows('/posts/drawn', '/drawing.svg')
  const address = /\/media\/[0-9a-f]{12}\/drawing\.svg/.exec((await get('/posts/drawn')).text)?.[0] ?? ''
  const published = path(join('.lemma', address))
  expect(statSync(published).ino).not.toBe(statSync(post('drawn/drawing.svg')).ino)
  // Overwrite it in place, as some editors do.
  writeFileSync(post('drawn/drawing.svg'), image(9))
  expect(readFileSync(published, 'utf8')).toBe(image(8))
  await expect(async () => expect((await get('/posts/drawn')).text).not.toContain(address)).toPass()
})

/** Ways in which a file of some bytes is damaged. */
const damages: Record<string, (file: string, size: number) => void> = {
  emptied: (file) => truncateSync(file, 0),
  halved: (file, size) => truncateSync(file, Math.floor(size / 2)),
  'filled with random bytes': (file, size) => writeFileSync(file, randomBytes(size)),
}

/** Damage files. The publisher may delete one of them first, because nothing refers to it any more. */
function damageAll(files: readonly string[], damage: (file: string, size: number) => void): void {
  for (const file of files) {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats) damage(file, stats.size)
  }
}

const filesBelow = (folder: string) =>
  readdirSync(path(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map((entry) => join(entry.parentPath, entry.name))

/** Paths of one file of each kind that is published or stored. */
function oneOfEachKind(): string[] {
  const first = (folder: string) => filesBelow(folder).slice(0, 1)
  const kinds = ['.lemma/bodies', '.lemma/media', '.lemma/documents', '.next/cache/lemma/bodies']
  return [
    ...['content.json', 'state.json'].map((name) => path(join('.lemma', name))),
    ...[...kinds, '.next/cache/lemma/documents', '.next/cache/lemma/cards'].flatMap(first),
    path('.next/cache/lemma/known-posts.json'),
  ]
}

/** Check uncached pages, and everything else that is read from published files. */
async function everythingIsServed(): Promise<void> {
  const addresses = [
    '/',
    '/posts/drawn',
    '/posts/drawn.md',
    '/posts/beside.md',
    '/posts/basel-problem.md',
    '/posts/欧拉的桥.md',
    '/archive',
    '/feed.xml',
    '/search?q=函数',
    '/posts/basel-problem.png',
  ]
  await expect(async () => {
    const drawn = (await get('/posts/drawn')).text
    const drawing = /\/media\/[^"]+\.svg/.exec(drawn)?.[0]
    expect(drawing, drawn).toBeDefined()
    expect((await get(`${drawing}`)).status, drawing).toBe(200)
    for (const address of addresses) expect((await get(address)).status, address).toBe(200)
    expect((await get('/search?q=函数')).text).toContain('/posts/')
  })
    .toPass({ intervals: [100], timeout: 60_000 })
    .catch((error: Error) => {
      throw new Error(`${error.message}\n\nThe server printed:\n${server.output().slice(-3_000)}`)
    })
}

for (const [how, damage] of Object.entries(damages)) {
  test(`published files and the store are rebuilt while the server runs: ${how}`, async () => {
    // Draws a card, which is stored.
    await everythingIsServed()
    damageAll(oneOfEachKind(), damage)
    await everythingIsServed()
    damageAll([...filesBelow('.lemma'), ...filesBelow('.next/cache/lemma')], damage)
    // Everything is compiled again, as by a build.
    await everythingIsServed()
    // Output of the processes arrives later than their responses.
    await expect.poll(server.output).toMatch(/is damaged|cannot be read/)
    writeFileSync(post('beside.md'), article(`再版：${how}`))
    await shows('/posts/beside', `再版：${how}`)
  })

  test(`published files, the store and the build's stamp are rebuilt when a server starts: ${how}`, async () => {
    await server.stop()
    const stamp = path('.next/lemma-build.json')
    const files = [...filesBelow('.lemma'), ...filesBelow('.next/cache/lemma')]
    // A damaged stamp causes a build, which takes long: test it once.
    damageAll(how === 'emptied' ? [...files, stamp] : files, damage)
    server = await workspace.serve('start')
    await everythingIsServed()
    await expect.poll(server.output).toMatch(/is damaged/)
  })
}

test('a deleted post responds with 410 even if one of the files that store its slug is damaged', async () => {
  rmSync(post('beside.md'))
  await expect(async () => expect((await get('/posts/beside')).status).toBe(410)).toPass()
  await server.stop()
  truncateSync(path('.next/cache/lemma/known-posts.json'), 0)
  server = await workspace.serve('start')
  await expect(async () => expect((await health()).publisher.posts).toBeGreaterThan(0)).toPass()
  await expect(async () => expect((await get('/posts/beside')).status).toBe(410)).toPass()
  await expect(async () => expect(existsSync(path('.next/cache/lemma/known-posts.json'))).toBe(true)).toPass()
})
