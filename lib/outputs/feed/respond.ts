import 'server-only'
import { respondConditionally } from '../../http/conditional'
import type { FeedList } from '../../queries/feed-page'
import { type FeedFile, feedTypes } from '../../site/feed-address'
import { getFeed } from './feed'

/**
 * Respond with a feed: `?page=2` for older posts, `?math=svg` for formulas as images. A browser that opens a feed is
 * redirected to a page that shows its content, because browsers show XML only as text and are removing XSLT.
 */
export async function respondWithFeed(request: Request, list: FeedList, file: string): Promise<Response> {
  const { searchParams, pathname } = new URL(request.url)
  if (!isFeedFile(file)) return notFound()
  // Browsers send this header when the reader opens a URL; feed readers do not.
  if (request.headers.get('sec-fetch-dest') === 'document') {
    const location = `/subscribe${pathname.slice(0, -file.length - 1)}`
    return new Response(null, { status: 307, headers: { location, vary } })
  }
  const page = searchParams.get('page') ?? '1'
  if (!/^[1-9]\d{0,4}$/.test(page)) return notFound()
  const math = searchParams.get('math') === 'svg' ? 'svg' : 'mathml'
  const feed = await getFeed({ list, file, math, page: Number(page) })
  if (!feed) return notFound()
  return respondConditionally(request, {
    body: feed.text,
    version: feed.version,
    type: `${feedTypes[file]}; charset=utf-8`,
    headers: { vary, ...(feed.link && { link: feed.link }) },
  })
}

const vary = 'Sec-Fetch-Dest'

function isFeedFile(name: string): name is FeedFile {
  return Object.hasOwn(feedTypes, name)
}

function notFound(): Response {
  return new Response('No such feed.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
