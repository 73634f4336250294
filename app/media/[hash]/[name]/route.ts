import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { immutable, respondConditionally } from '@/lib/http/conditional'
import { hashImage } from '@/lib/markdown/images/hash-image'
import { reportDamage } from '@/lib/published/report-damage'
import { publishedRoot } from '@/lib/published/types'
import { siteFolder } from '@/lib/site/folders.mjs'
import { imageTypeOf } from '@/lib/site/image-types'
import { decodeSlug } from '@/lib/site/routes.mjs'

/** An image of an article. Its URL contains a hash of its content. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/media/[hash]/[name]'>,
): Promise<Response> {
  const { hash, name } = await params
  const file = decodeSlug(name)
  const type = imageTypeOf(extname(file))
  if (!type || !/^[0-9a-f]{12}$/.test(hash) || /[/\\]/.test(file)) return notFound()
  try {
    const path = join(siteFolder(), publishedRoot, 'media', hash, file)
    const data = await readFile(path)
    // Browsers cache this URL for a year, so a damaged image must never be sent.
    if (hashImage(data) !== hash) {
      reportDamage(path, 'its content has another hash')
      return new Response('This image is being rebuilt. Try again.\n', {
        status: 503,
        headers: { 'retry-after': '1' },
      })
    }
    return respondConditionally(request, {
      body: new Uint8Array(data),
      type,
      version: hash,
      headers: {
        'cache-control': immutable,
        // An SVG that is opened as a document must not run scripts on this site.
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      },
    })
  } catch {
    return notFound()
  }
}

function notFound(): Response {
  return new Response('No such image.\n', { status: 404 })
}
