import { canonicalPath } from '../site/aliases'
import { postUrl } from '../site/routes.mjs'
import type { Post } from './types'

/** By the posts of a published index. A publication creates a new index. */
const indexes = new WeakMap<readonly Post[], ReadonlyMap<string, Post>>()

/**
 * The post at a path of this site: the one with this URL, or else the one whose slug is in `/posts/:slug`. Hidden posts are
 * included; queries leave them out.
 *
 * @param path decoded or not
 */
export function findPostAt(posts: readonly Post[], path: string): Post | undefined {
  const index = indexes.get(posts) ?? createIndex(posts)
  indexes.set(posts, index)
  return index.get(canonicalPath(path))
}

function createIndex(posts: readonly Post[]): ReadonlyMap<string, Post> {
  const bySlug = posts.map((post) => [canonicalPath(postUrl(post.slug)), post] as const)
  const byUrl = posts.map((post) => [canonicalPath(post.url), post] as const)
  // The first of two posts with one URL, as in queries by slug.
  return new Map([...bySlug.reverse(), ...byUrl.reverse()])
}

/** Is this the URL of the post, or a path that only redirects to it? */
export function isUrlOf({ url }: Pick<Post, 'url'>, path: string): boolean {
  return canonicalPath(url) === canonicalPath(path)
}

/** Has the post another URL than `/posts/:slug`? */
export function isMoved({ slug, url }: Pick<Post, 'slug' | 'url'>): boolean {
  return url !== postUrl(slug)
}
