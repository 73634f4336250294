import { watch } from 'node:fs'
import { join } from 'node:path'
import { revalidateTag } from 'next/cache'
import { connection, type NextRequest } from 'next/server'
import { tags } from '@/lib/published/cache-tags'
import { publishedVersion } from '@/lib/published/read-index'
import { publishedRoot } from '@/lib/published/types'
import { siteFolder } from '@/lib/site/folders.mjs'

const isDevelopment = process.env.NODE_ENV === 'development'

/** In development: send an event as soon as the content differs from `?version=`. */
export async function GET({ signal, nextUrl }: NextRequest): Promise<Response> {
  await connection()
  if (!isDevelopment) return new Response(null, { status: 404 })
  const shown = nextUrl.searchParams.get('version')
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const notify = () => {
        if (publishedVersion() !== shown) controller.enqueue(encoder.encode('data: published\n\n'))
      }
      controller.enqueue(encoder.encode(': ready\n\n'))
      const watcher = watch(join(siteFolder(), publishedRoot), (_, name) => {
        if (name === 'content.json') notify()
      })
      signal.addEventListener('abort', () => watcher.close())
      notify()
    },
  })
  // `no-transform`, because compression would delay the events.
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' },
  })
}

/** In development: expire all cached content, so that the next request reads the published files. */
export async function POST(): Promise<Response> {
  if (!isDevelopment) return new Response(null, { status: 404 })
  revalidateTag(tags.content, { expire: 0 })
  return new Response(null, { status: 204 })
}
