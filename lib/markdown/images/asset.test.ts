import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findAsset } from './asset'

function createRoot(name: string, content: Buffer | string): string {
  const root = mkdtempSync(join(tmpdir(), 'lemma-asset-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, name), content)
  return root
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>'

test('finds an image of a known type, with its size and its immutable URL', () => {
  const root = createRoot('图 1.SVG', svg)
  expect(findAsset('图%201.SVG', '', root)).toEqual({
    source: '图 1.SVG',
    url: expect.stringMatching(/^\/media\/[0-9a-f]{12}\/%E5%9B%BE%201\.SVG$/),
    width: 8,
    height: 4,
  })
})

test('reports an image of a type that the site does not serve', () => {
  // A bitmap of one pixel, whose size can be read.
  const bitmap = Buffer.alloc(58)
  bitmap.write('BM')
  bitmap.writeUInt32LE(58, 2)
  bitmap.writeUInt32LE(54, 10)
  bitmap.writeUInt32LE(40, 14)
  bitmap.writeInt32LE(1, 18)
  bitmap.writeInt32LE(1, 22)
  const root = createRoot('drawing.bmp', bitmap)
  expect(findAsset('drawing.bmp', '', root)).toMatchObject({
    message: `Found an image of another type, ${join(root, 'drawing.bmp')}; expected SVG with width and height, PNG, JPEG, WebP, AVIF or GIF.`,
    hint: 'Convert the image, or correct the extension of its name.',
  })
})

test('says where it looked for a missing image, and what a path means', () => {
  expect(findAsset('/images/x.png', 'posts/x', 'no-such-folder')).toEqual({
    message: 'Found no image at no-such-folder/images/x.png.',
    hint: 'A path that starts with / is below no-such-folder/; one without is relative to the folder of the article, no-such-folder/posts/x. Check the name, including upper and lower case.',
  })
})
