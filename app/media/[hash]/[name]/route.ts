import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { publishedRoot } from '@/lib/content/types'
import { decodeSlug } from '@/lib/content/urls'
import { answerConditionally, immutable } from '@/lib/http/conditional'

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
}

/** An image of an article; its address holds a hash of its content. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/media/[hash]/[name]'>,
): Promise<Response> {
  const { hash, name } = await params
  const file = decodeSlug(name)
  const type = types[extname(file).toLowerCase()]
  if (!type || !/^[0-9a-f]{12}$/.test(hash) || /[/\\]/.test(file)) return notFound()
  try {
    const data = await readFile(join(process.cwd(), publishedRoot, 'media', hash, file))
    return answerConditionally(request, {
      body: new Uint8Array(data),
      type,
      version: hash,
      headers: {
        'cache-control': immutable,
        // An SVG opened by itself must not run as a page of this site.
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
