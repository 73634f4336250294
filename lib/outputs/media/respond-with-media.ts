import { createReadStream, type Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { LRUCache } from 'lru-cache'
import { immutable } from '../../http/conditional'
import { matches } from '../../http/etag'
import { readRange } from '../../http/read-range'
import { hashImage } from '../../markdown/images/hash-image'
import { reportDamage } from '../../published/report-damage'
import { mediaHeaders } from './media-headers'

/** Files whose content was compared with their hash, by path: their stamp. A video is requested in many ranges. */
const intact = new LRUCache<string, string>({ max: 10_000 })

/**
 * Respond with a file that is published with an article, or with the range of it that is requested.
 *
 * @param folder of the published media
 * @param hash of the content, from the URL
 * @param name of the file, decoded
 */
export async function respondWithMedia(
  request: Request,
  folder: string,
  { hash, name }: { hash: string; name: string },
): Promise<Response> {
  const headers = mediaHeaders(name)
  if (!headers || !/^[0-9a-f]{12}$/.test(hash) || /[/\\]/.test(name)) return notFound()
  const path = join(folder, hash, name)
  const stats = await stat(path).catch(() => undefined)
  if (!stats?.isFile()) return notFound()
  // Browsers cache this URL for a year, so a damaged file must never be sent.
  if (!(await isIntact(path, hash, stats))) {
    reportDamage(path, 'its content has another hash')
    return new Response('This file is being rebuilt. Try again.\n', {
      status: 503,
      headers: { 'retry-after': '1' },
    })
  }
  // Weak, because a proxy may compress the content.
  const etag = `W/"${hash}"`
  const all = { ...headers, 'cache-control': immutable, etag, 'accept-ranges': 'bytes' }
  if (matches(request.headers.get('if-none-match') ?? '', etag))
    return new Response(null, { status: 304, headers: all })
  return respondWithRange(request, path, stats.size, all)
}

function respondWithRange(
  request: Request,
  path: string,
  size: number,
  headers: Record<string, string>,
): Response {
  const range = readRange(request.headers.get('range'), size)
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  const { start, end } = range ?? { start: 0, end: size - 1 }
  const isHead = request.method === 'HEAD'
  const body = isHead || size === 0 ? null : Readable.toWeb(createReadStream(path, { start, end }))
  return new Response(body as ReadableStream | null, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      ...(range && {
        'content-range': `bytes ${start}-${end}/${size}`,
        // The range is one of the bytes as they are: compressing them would make the numbers wrong.
        'cache-control': `${immutable}, no-transform`,
      }),
    },
  })
}

async function isIntact(path: string, hash: string, { mtimeMs, size, ino }: Stats): Promise<boolean> {
  const stamp = `${mtimeMs} ${size} ${ino}`
  if (intact.get(path) === stamp) return true
  const isWhole = hashImage(await readFile(path)) === hash
  if (isWhole) intact.set(path, stamp)
  return isWhole
}

function notFound(): Response {
  return new Response('No such file.\n', { status: 404 })
}
