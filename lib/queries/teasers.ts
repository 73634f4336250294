import 'server-only'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import type { Post } from '../published/types'
import type { Language } from '../site/languages'
import { cacheContent } from './cache-content'
import { readIndexPosts } from './index-posts'
import { type PostStatus, type PostSummary, statusOf, toSummary } from './summary'

/** The data of a post's teaser. */
export interface Teaser extends PostSummary {
  body: string
  complete: boolean
  problems: number
  status: PostStatus | undefined
}

export interface TeaserPage {
  number: number
  total: number
  teasers: Teaser[]
}

/** One index page of teasers of a language, newest first; undefined past the last page. Page 1 always exists. */
export async function getTeaserPage(number: number, language: Language): Promise<TeaserPage | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const posts = readIndexPosts(language)
  const { postsPerPage } = readPublished().site
  const total = Math.max(1, Math.ceil(posts.length / postsPerPage))
  if (!Number.isInteger(number) || number < 1 || number > total) return undefined
  const start = (number - 1) * postsPerPage
  return { number, total, teasers: posts.slice(start, start + postsPerPage).map(toTeaser) }
}

function toTeaser(post: Post): Teaser {
  const { body, complete, problems } = post
  return { ...toSummary(post), body, complete, problems: problems.length, status: statusOf(post) }
}
