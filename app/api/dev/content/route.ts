import { watch } from 'node:fs'
import { join } from 'node:path'
import { revalidateTag } from 'next/cache'
import { connection } from 'next/server'
import { tags } from '@/lib/content/cache'
import { publishedRoot } from '@/lib/content/types'

const isDevelopment = process.env.NODE_ENV === 'development'

/** In development: an event whenever content was published. */
export async function GET({ signal }: Request): Promise<Response> {
  await connection()
  if (!isDevelopment) return new Response(null, { status: 404 })
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      controller.enqueue(encoder.encode(': ready\n\n'))
      const watcher = watch(join(process.cwd(), publishedRoot), (_, name) => {
        if (name === 'content.json') controller.enqueue(encoder.encode('data: published\n\n'))
      })
      signal.addEventListener('abort', () => watcher.close())
    },
  })
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  })
}

/** In development: forget everything cached, so that the next request reads what was published. */
export async function POST(): Promise<Response> {
  if (!isDevelopment) return new Response(null, { status: 404 })
  revalidateTag(tags.content, { expire: 0 })
  return new Response(null, { status: 204 })
}
