import { expect, test } from 'vitest'
import { chooseNames, imageName } from './file-names'

const hash = '0123456789abcdef'

test.each([
  ['https://a.example/2020/01/cycloid.png?w=300#x', '.png', 'cycloid.png'],
  ['https://a.example/%E6%91%86%E7%BA%BF%20(1).JPG', '.jpg', '摆线-1.jpg'],
  ['/usr/uploads/a.b.c.gif', '.webp', 'a-b-c.webp'],
  ['https://a.example/image.php?id=7', '.png', 'image.png'],
  ['https://a.example/', '.png', 'image-01234567.png'],
  ['https://a.example/con.png', '.png', 'image-01234567.png'],
  ['https://a.example/%FF.png', '.png', 'FF.png'],
  [`https://a.example/${'长'.repeat(100)}.png`, '.png', `${'长'.repeat(60)}.png`],
  ['..%2f..%2fetc%2fpasswd', '.png', 'passwd.png'],
])('%s → %s', (url, extension, name) => {
  expect(imageName(url, extension, hash)).toBe(name)
})

test('gives images with one content one name, and different images different ones', () => {
  const images = [
    { name: 'a.png', hash: '1'.repeat(64) },
    { name: 'b.png', hash: '1'.repeat(64) },
    { name: 'A.png', hash: '2'.repeat(64) },
    { name: 'c.png', hash: '3'.repeat(64) },
    { name: 'd.png', hash: '4'.repeat(64) },
  ]
  const present = new Map([
    ['c.png', 'another'],
    ['d.png', '4'.repeat(64)],
  ])
  expect([...chooseNames(images, present).values()]).toEqual([
    'a.png',
    'A-22222222.png',
    'c-33333333.png',
    'd.png',
  ])
})
