import 'server-only'
import { respondConditionally } from '../../http/conditional'
import type { FeedList } from '../../queries/feed-page'
import { findSiteIn, getSite } from '../../queries/site'
import { type FeedFile, feedTypes } from '../../site/feed-address'
import { decodeSlug } from '../../site/routes.mjs'
import { listUrl } from '../../site/site-languages'
import { getFeed } from './feed'

/**
 * Respond with a feed: `?page=2` for older posts, `?math=svg` for formulas as images. A browser that opens a feed is
 * redirected to a page that shows its content, because browsers show XML only as text and are removing XSLT.
 *
 * @param tag of the language of the site, if it is not the first
 */
export async function respondWithFeed(
  request: Request,
  list: FeedList,
  file: string,
  tag?: string,
): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const site = tag === undefined ? await getSite() : await findSiteIn(tag)
  if (!isFeedFile(file) || !site) return notFound()
  // Browsers send this header when the reader opens a URL; feed readers do not.
  if (request.headers.get('sec-fetch-dest') === 'document') {
    const path = list.kind === 'site' ? '' : `/${list.kind}/${encodeURIComponent(decodeSlug(list.name))}`
    const location = listUrl(site, `/subscribe${path}`)
    return new Response(null, { status: 307, headers: { location, vary } })
  }
  const page = searchParams.get('page') ?? '1'
  if (!/^[1-9]\d{0,4}$/.test(page)) return notFound()
  const math = searchParams.get('math') === 'svg' ? 'svg' : 'mathml'
  const feed = await getFeed({ list, file, math, page: Number(page), language: site.language })
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
