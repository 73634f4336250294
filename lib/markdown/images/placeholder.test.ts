import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileText } from '../test-compile'
import { findPlaceholder } from './placeholder'

const project = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'lemma-placeholder-'))
beforeAll(() => {
  process.chdir(root)
  mkdirSync('content/posts', { recursive: true })
})
afterAll(() => {
  process.chdir(project)
  rmSync(root, { recursive: true })
})

/** Write an image of one colour. */
function paint(name: string, background: string, format: 'png' | 'jpeg' = 'png'): Promise<unknown> {
  const channels = background.length > 7 ? 4 : 3
  return sharp({ create: { width: 1200, height: 800, channels, background } })
    .toFormat(format)
    .toFile(join('content/posts', name))
}

const find = (name: string) => findPlaceholder({ source: `posts/${name}`, url: '', width: 1, height: 1 })

test('an opaque photo has the mean of its colours, and nothing else has a colour', async () => {
  await paint('sea.png', '#336699')
  await paint('glass.png', '#33669980')
  expect(await find('sea.png')).toBe('#336699')
  expect(await find('glass.png')).toBeUndefined()
  expect(await find('curve.svg')).toBeUndefined()
  expect(await find('missing.png')).toBeUndefined()
})

test('a printed photo has its size, its colour and its versions, so that nothing moves when it loads', async () => {
  await paint('海.jpg', '#336699', 'jpeg')
  const { html, problems, assets } = await compileText('![海](海.jpg)')
  expect(problems).toEqual([])
  expect(assets).toMatchObject([
    { width: 1200, height: 800, placeholder: expect.stringMatching(/^#3.6.9.$/) },
  ])
  expect(html).toMatch(
    /<img src="\/media\/[0-9a-f]{12}\/%E6%B5%B7\.jpg" alt="海" width="1200" height="800" srcset="[^"]+ 750w, [^"]+ 1080w, [^"]+ 1200w" sizes="[^"]+" loading="lazy" decoding="async" style="background-color:#3.6.9.">/,
  )
})

test('a photo that is stored lying on its side has the size that is shown', async () => {
  await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#336699' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toFile('content/posts/phone.jpg')
  const { assets } = await compileText('![海](phone.jpg)')
  expect(assets).toMatchObject([{ width: 800, height: 1200 }])
})
