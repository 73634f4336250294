import { join } from 'node:path'
import send from 'send'
import { alwaysRevalidate, immutable } from '../../http/conditional'
import { matches } from '../../http/etag'
import { publishedRoot } from '../../published/types'
import { siteFolder } from '../../site/folders.mjs'
import { decodeSlug } from '../../site/routes.mjs'
import { readPublishedState } from '../cache/published-state'
import type { Handler } from './handler'

/**
 * Serve the files of `site/public` and the site's style sheet, with ranges and conditions; pass every other request on. Only
 * published files are opened: a path is looked up in their list and is never part of a file's path.
 */
export function serveSiteFiles(handle: Handler): Handler {
  return (request, response) => {
    const { method, url = '' } = request
    if (method !== 'GET' && method !== 'HEAD') return handle(request, response)
    const [path = '', query = ''] = url.split('?', 2)
    const target = readPublishedState()?.files.get(decodeSlug(path.slice(1)))
    if (target === undefined) return handle(request, response)
    const hash = target.split('/')[1] ?? ''
    const isVersioned = new URLSearchParams(query).get('v') === hash
    response.setHeader('cache-control', isVersioned ? immutable : alwaysRevalidate)
    // Weak, because a response may be compressed.
    const etag = `W/"${hash}"`
    response.setHeader('etag', etag)
    if (matches(request.headers['if-none-match'] ?? '', etag)) {
      response.statusCode = 304
      return response.end()
    }
    const options = { root: join(siteFolder(), publishedRoot), cacheControl: false, lastModified: false }
    send(request, `/${target.split('/').map(encodeURIComponent).join('/')}`, options)
      .on('error', ({ status }: { status: number }) => {
        response.removeHeader('etag')
        // The file is missing until the publisher has written it again.
        if (status === 404) return void handle(request, response)
        response.statusCode = status
        response.end()
      })
      .pipe(response)
    return undefined
  }
}
