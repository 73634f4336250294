import { watch } from 'node:fs'
import { join } from 'node:path'
import { revalidateTag } from 'next/cache'
import { connection, type NextRequest } from 'next/server'
import { publishedVersion } from '@/lib/content/published'
import { tags } from '@/lib/content/tags'
import { publishedRoot } from '@/lib/content/types'

const isDevelopment = process.env.NODE_ENV === 'development'

/** In development: an event as soon as there is other content than `?version=`. */
export async function GET({ signal, nextUrl }: NextRequest): Promise<Response> {
  await connection()
  if (!isDevelopment) return new Response(null, { status: 404 })
  const known = nextUrl.searchParams.get('version')
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const tell = () => {
        if (publishedVersion() !== known) controller.enqueue(encoder.encode('data: published\n\n'))
      }
      controller.enqueue(encoder.encode(': ready\n\n'))
      const watcher = watch(join(process.cwd(), publishedRoot), (_, name) => {
        if (name === 'content.json') tell()
      })
      signal.addEventListener('abort', () => watcher.close())
      tell()
    },
  })
  // `no-transform`: compression would hold the events back.
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' },
  })
}

/** In development: forget everything cached, so that the next request reads what was published. */
export async function POST(): Promise<Response> {
  if (!isDevelopment) return new Response(null, { status: 404 })
  revalidateTag(tags.content, { expire: 0 })
  return new Response(null, { status: 204 })
}
