import { expect, test } from 'vitest'
import { fileKinds } from '@/lib/site/file-types.mjs'
import { imageTypes } from '@/lib/site/image-types'
import { mediaHeaders } from './media-headers'

test.each([
  ['notes.pdf', 'application/pdf', undefined],
  ['程序.py', 'text/plain; charset=utf-8', undefined],
  ['app.JS', 'text/plain; charset=utf-8', undefined],
  ['clip.mp4', 'video/mp4', undefined],
  ['talk.m4a', 'audio/mp4', undefined],
  ['clip.vtt', 'text/vtt; charset=utf-8', undefined],
  ['data.csv', 'text/csv; charset=utf-8', 'attachment; filename=data.csv'],
  ['page.html', 'text/html; charset=utf-8', 'attachment; filename=page.html'],
  [
    '我的 数据.zip',
    'application/zip',
    'attachment; filename="?? ??.zip"; filename*=UTF-8\'\'%E6%88%91%E7%9A%84%20%E6%95%B0%E6%8D%AE.zip',
  ],
])('%s is sent as %s, with %s', (name, type, disposition) => {
  const headers = mediaHeaders(name)
  expect(headers?.['content-type']).toBe(type)
  expect(headers?.['content-disposition']).toBe(disposition)
})

test.each(['font.woff2', 'tool.exe', 'page.svg.exe', 'noextension', 'x.php', '.htaccess'])(
  '%s is not served',
  (name) => {
    expect(mediaHeaders(name)).toBeUndefined()
  },
)

test('no file runs as a page of the site', () => {
  const names = [
    ...Object.keys(imageTypes),
    ...Object.values(fileKinds)
      .flat()
      .map((extension) => `.${extension}`),
  ]
  for (const name of names) {
    const headers = mediaHeaders(`x${name}`) ?? {}
    expect(headers['x-content-type-options'], name).toBe('nosniff')
    // Types that browsers show as documents, which may contain scripts.
    if (/html|xml|svg/.test(headers['content-type'] ?? ''))
      expect(headers['content-security-policy'], name).toMatch(/default-src 'none'/)
    // Scripts, which a page of the site could load.
    expect(headers['content-type'], name).not.toMatch(/javascript/)
  }
})
