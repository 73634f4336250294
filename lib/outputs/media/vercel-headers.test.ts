import { tryToParsePath } from 'next/dist/lib/try-to-parse-path'
import { expect, test, vi } from 'vitest'
import { fileKinds } from '@/lib/site/file-types.mjs'
import { imageTypes } from '@/lib/site/image-types'
import { mediaHeaders } from './media-headers'

const extensions = [
  ...Object.keys(imageTypes),
  ...Object.values(fileKinds)
    .flat()
    .map((name) => `.${name}`),
]

test('Vercel sends files with the headers that our server sends', async () => {
  vi.stubEnv('VERCEL', '1')
  const { default: config } = await import('../../../next.config.mjs')
  const rules = (await (await config('phase-production-server')).headers?.()) ?? []
  const compiled = rules.map(({ source, headers }) => ({
    pattern: new RegExp(tryToParsePath(source).regexStr ?? '$^'),
    headers,
  }))
  const headersOf = (path: string) =>
    Object.fromEntries(
      compiled.flatMap(({ pattern, headers }) =>
        pattern.test(path) ? headers.map(({ key, value }) => [key.toLowerCase(), value]) : [],
      ),
    )
  for (const extension of extensions) {
    const vercel = headersOf(`/media/0123456789ab/${encodeURIComponent('讲 义.v2')}${extension}`)
    const own = mediaHeaders(`讲 义.v2${extension}`) ?? {}
    for (const name of ['content-security-policy', 'x-content-type-options'])
      expect(vercel[name], `${name} of ${extension}`).toBe(own[name])
    expect(vercel['cache-control']).toContain('immutable')
    expect(vercel['content-disposition'], extension).toBe(own['content-disposition'] && 'attachment')
    // Vercel knows the types of other files.
    if (own['content-type']?.startsWith('text/plain'))
      expect(vercel['content-type']).toBe(own['content-type'])
  }
})
