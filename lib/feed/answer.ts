import 'server-only'
import type { FeedList } from '../content/queries'
import { answerConditionally } from '../http/conditional'
import { type FeedFile, feedTypes } from './address'
import { getFeed } from './feed'

/**
 * Answer a request for a feed: `?page=2` for older posts, `?math=svg` for formulas as images.
 */
export async function answerFeed(request: Request, list: FeedList, file: string): Promise<Response> {
  const { searchParams } = new URL(request.url)
  if (!isFeedFile(file)) return notFound()
  const page = searchParams.get('page') ?? '1'
  if (!/^[1-9]\d{0,4}$/.test(page)) return notFound()
  const math = searchParams.get('math') === 'svg' ? 'svg' : 'mathml'
  const feed = await getFeed({ list, file, math, page: Number(page) })
  if (!feed) return notFound()
  return answerConditionally(request, {
    body: feed.text,
    version: feed.version,
    type: `${feedTypes[file]}; charset=utf-8`,
    headers: { ...(feed.link && { link: feed.link }) },
  })
}

function isFeedFile(name: string): name is FeedFile {
  return Object.hasOwn(feedTypes, name)
}

function notFound(): Response {
  return new Response('No such feed.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
