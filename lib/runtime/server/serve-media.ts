import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { respondWithMedia } from '../../outputs/media/respond-with-media'
import { publishedRoot } from '../../published/types'
import { siteFolder } from '../../site/folders.mjs'
import { decodeSlug, matchRoute } from '../../site/routes.mjs'
import type { Handler } from './handler'

/**
 * Serve the images and other files of articles, and pass every other request on. Their route sends the same, but Next omits
 * the length, without which browsers show no progress and some do not seek in videos.
 */
export function serveMedia(handle: Handler): Handler {
  return async (request, response) => {
    const { method = '', url = '', headers } = request
    const [path = ''] = url.split('?', 1)
    const { route, params = {} } = path.startsWith('/media/') ? (matchRoute(path) ?? {}) : {}
    if (route?.pattern !== '/media/:hash/:name' || !/^(GET|HEAD)$/.test(method))
      return handle(request, response)
    const conditions = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      /^(range|if-none-match)$/.test(name) && typeof value === 'string' ? [[name, value]] : [],
    )
    const { hash = '', name = '' } = params
    const media = await respondWithMedia(
      new Request('http://localhost/', { method, headers: conditions }),
      join(siteFolder(), publishedRoot, 'media'),
      { hash, name: decodeSlug(name) },
    )
    response.writeHead(media.status, Object.fromEntries(media.headers))
    if (!media.body) return response.end()
    // A reader who leaves ends the response.
    return pipeline(Readable.fromWeb(media.body as ReadableStream), response).catch(() => response.destroy())
  }
}
