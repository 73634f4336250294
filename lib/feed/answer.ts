import 'server-only'
import type { FeedList } from '../content/queries'
import { answerConditionally } from '../http/conditional'
import { type FeedFile, feedTypes } from './address'
import { getFeed } from './feed'

/**
 * Answer a request for a feed: `?page=2` for older posts, `?math=svg` for formulas as images. A browser that opens one
 * is led to a page that shows what it carries: to its reader the file says nothing, and browsers are giving up XSLT.
 */
export async function answerFeed(request: Request, list: FeedList, file: string): Promise<Response> {
  const { searchParams, pathname } = new URL(request.url)
  if (!isFeedFile(file)) return notFound()
  // Browsers send it of what their reader opens, feed readers do not.
  if (request.headers.get('sec-fetch-dest') === 'document') {
    const location = `/subscribe${pathname.slice(0, -file.length - 1)}`
    return new Response(null, { status: 307, headers: { location, vary } })
  }
  const page = searchParams.get('page') ?? '1'
  if (!/^[1-9]\d{0,4}$/.test(page)) return notFound()
  const math = searchParams.get('math') === 'svg' ? 'svg' : 'mathml'
  const feed = await getFeed({ list, file, math, page: Number(page) })
  if (!feed) return notFound()
  return answerConditionally(request, {
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
