import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSite } from '../../site/test-site'
import { compileText } from '../test-compile'

const project = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'lemma-print-media-'))
beforeAll(() => {
  process.chdir(root)
  mkdirSync('content/posts', { recursive: true })
  for (const name of ['单摆.mp4', '讲话.mp3', 'notes.pdf', 'clip.vtt'])
    writeFileSync(join('content/posts', name), name)
  writeFileSync(
    'content/posts/still.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>',
  )
})
afterAll(() => {
  process.chdir(project)
  rmSync(root, { recursive: true })
})

/** Compile a text without mistakes; the hashes in URLs are replaced. */
async function print(text: string) {
  const { html, feed, markdown, problems } = await compileText(text)
  expect(problems).toEqual([])
  const [page, ofFeed, asMarkdown] = [html, feed, markdown].map((part) =>
    decodeURI(part.replace(/media\/[0-9a-f]{12}/g, 'media/…')).trim(),
  )
  return { page, feed: ofFeed, markdown: asMarkdown }
}

const media = `${testSite.url}/media/…`

test('a video is a player on the page, a player with a link in feeds, and a link in Markdown', async () => {
  const { page, feed, markdown } = await print('![单摆](单摆.mp4 "它的运动")')
  expect(page).toContain(
    '<video src="/media/…/单摆.mp4" aria-label="单摆" controls preload="metadata" playsinline></video>',
  )
  expect(page).toMatch(/<figcaption>.*图 1.*它的运动<\/figcaption>/)
  expect(feed).toContain(
    `<video controls src="${media}/单摆.mp4"><a href="${media}/单摆.mp4">单摆</a></video>`,
  )
  expect(markdown).toBe(`![单摆](${media}/单摆.mp4 "它的运动")`)
})

test('a video with a poster and captions has its size, and loads when it is played', async () => {
  const { page, feed, markdown } = await print(
    '<video src="单摆.mp4" poster="still.svg"><track src="clip.vtt" srclang="zh" label="中文"></video>',
  )
  expect(page).toContain('poster="/media/…/still.svg"')
  expect(page).toContain('preload="none" playsinline width="640" height="360"')
  expect(page).toContain('<track src="/media/…/clip.vtt" srclang="zh" label="中文">')
  expect(feed).toContain(`poster="${media}/still.svg"`)
  expect(feed).toContain(`<track label="中文" srclang="zh" src="${media}/clip.vtt">`)
  expect(markdown).toBe(`[单摆.mp4](${media}/单摆.mp4)`)
})

test('a recording and a document are files of the site everywhere', async () => {
  const { page, feed, markdown } = await print('![讲话](讲话.mp3)\n\n[讲义](notes.pdf)')
  expect(page).toContain(
    '<audio src="/media/…/讲话.mp3" aria-label="讲话" controls preload="metadata"></audio>',
  )
  expect(page).toContain('<a href="/media/…/notes.pdf">讲义</a>')
  expect(feed).toContain(`<a href="${media}/notes.pdf">讲义</a>`)
  expect(markdown).toBe(`![讲话](${media}/讲话.mp3)\n\n[讲义](${media}/notes.pdf)`)
})

test('a frame is a link to its contents everywhere', async () => {
  const { page, feed, markdown } = await print(
    '<iframe src="//player.example.org/a?b=1" title="单摆"></iframe>',
  )
  const label = 'player.example.org 的内容，点击后加载'
  expect(page).toBe(
    `<a class="embed" href="https://player.example.org/a?b=1" rel="noopener"><b>单摆</b> <span>${label}</span></a>`,
  )
  expect(feed).toBe(`<a href="https://player.example.org/a?b=1"><b>单摆</b> <span>${label}</span></a>`)
  expect(markdown).toBe(`[单摆 ${label}](https://player.example.org/a?b=1)`)
})

test('an image of another host loads from there, without the address of the page', async () => {
  const { page } = await print('![图](https://images.example.org/a.png)')
  expect(page).toContain(
    '<img src="https://images.example.org/a.png" alt="图" loading="lazy" decoding="async" referrerpolicy="no-referrer">',
  )
})
