import 'server-only'
import { tags } from '../published/cache-tags'
import { findPostAt, isMoved, isUrlOf } from '../published/post-at'
import { readPublished, readPublishedState } from '../published/read-index'
import type { Post, PublishedState } from '../published/types'
import { createRedirectTable, type RedirectTable, type RedirectTarget } from '../site/redirects'
import { cacheContent } from './cache-content'

/** The slug and the URL of a post. */
export type PostPlace = Pick<Post, 'slug' | 'url'>

/** The post at a path: at its URL, or at `/posts/:slug`, which redirects to it. Hidden posts are included. */
export async function getPostPlace(path: string): Promise<PostPlace | undefined> {
  'use cache'
  const post = findPostAt(readPublished().posts, path)
  cacheContent(...(post ? [tags.post(post.slug)] : []), ...(post && isUrlOf(post, path) ? [] : [tags.lists]))
  return post && { slug: post.slug, url: post.url }
}

/** The redirect of a path of this site; undefined if there is none. */
export async function getRedirect(path: string): Promise<RedirectTarget | undefined> {
  'use cache'
  cacheContent(tags.lists)
  return findRedirect(path)
}

/** The redirect of an address of this site, a path with or without a query. Not cached. */
export function findRedirect(address: string): RedirectTarget | undefined {
  return readRedirectTable()(address, Date.now())
}

/** Do some posts have other URLs than `/posts/:slug`? Then scripts cannot recognise links to posts by their paths. */
export async function getHasMovedPosts(): Promise<boolean> {
  'use cache'
  cacheContent()
  return readPublished().posts.some(isMoved)
}

/** By the published state. A publication creates a new state. */
const tables = new WeakMap<PublishedState, RedirectTable>()

function readRedirectTable(): RedirectTable {
  const state = readPublishedState()
  const table = tables.get(state) ?? createRedirectTable(state.redirects ?? [])
  tables.set(state, table)
  return table
}
