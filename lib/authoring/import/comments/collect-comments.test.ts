import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { SourceComment } from '../source'
import { collectComments } from './collect-comments'

const folder = mkdtempSync(join(tmpdir(), 'lemma-comments-'))
const file = join(folder, 'comments.ndjson')
afterAll(() => rmSync(folder, { recursive: true }))

const comment = (id: string, rest: Partial<SourceComment> = {}): SourceComment => ({
  id,
  document: '1',
  author: '甲',
  date: '2012-03-04T05:06:07+08:00',
  text: '设 $a<b$，\n则 "b"。',
  status: 'approved',
  ...rest,
})
const urls = new Map([
  ['1', '/posts/a'],
  ['2', '/posts/b'],
])

test('writes one JSON object a line, with threads and the URL of the post', async () => {
  const counts = await collectComments(
    [
      comment('1', { email: ' Reader@Example.org ', url: 'https://reader.example' }),
      comment('2', { parent: '1' }),
      comment('3', { document: '2', status: 'waiting' }),
      comment('4', { document: '9' }),
      comment('5', { status: 'spam' }),
    ],
    file,
    (document) => urls.get(document),
    true,
  )
  expect(counts).toEqual({ written: 3, withoutPost: 1, spam: 1 })
  const text = readFileSync(file, 'utf8')
  expect(text.endsWith('}\n')).toBe(true)
  const base = { author: '甲', date: '2012-03-04T05:06:07+08:00', text: '设 $a<b$，\n则 "b"。' }
  const hash = createHash('sha256').update('reader@example.org').digest('hex')
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { ...base, id: '1', post: '/posts/a', email: hash, url: 'https://reader.example', status: 'approved' },
    { ...base, id: '2', parent: '1', post: '/posts/a', status: 'approved' },
    { ...base, id: '3', post: '/posts/b', status: 'waiting' },
  ])
})

test('keeps addresses unless they are to be hashed', async () => {
  await collectComments([comment('1', { email: 'a@b.example' })], file, () => '/posts/a', false)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ email: 'a@b.example' })
})

test('reads the next comment only when the previous ones are written', async () => {
  const size = 100_000
  let mostAhead = 0
  async function* many() {
    for (let count = 0; count < 200; count++) {
      if (existsSync(file)) mostAhead = Math.max(mostAhead, count * size - statSync(file).size)
      yield comment(String(count), { text: 'x'.repeat(size) })
    }
  }
  rmSync(file, { force: true })
  expect((await collectComments(many(), file, () => '/posts/a', false)).written).toBe(200)
  expect(mostAhead).toBeLessThan(5 * size)
})

test('reports a file that cannot be written', async () => {
  await expect(
    collectComments([comment('1')], join(folder, 'missing', 'x.ndjson'), () => '/posts/a', false),
  ).rejects.toThrow(/ENOENT/)
})
