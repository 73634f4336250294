import { tags } from './tags'
import type { Connection, Post, Published } from './types'

/**
 * The tags of all pages that show something else after a publication than before it. An article's page shows its
 * neighbours in time, its series and what it is connected with as well; the clock is left out of account, because lifetimes end with it.
 */
export function changedTags(before: Published, after: Published): string[] {
  if (textOf(before.authors) !== textOf(after.authors)) return [tags.content]
  const changed = new Set<string>()
  const posts = differing(before.posts, after.posts)
  const series = new Set(differing(before.series, after.series))
  for (const slug of posts) {
    changed.add(tags.post(slug))
    for (const { posts } of [before, after]) {
      const index = posts.findIndex((post) => post.slug === slug)
      if (index < 0) continue
      for (const neighbour of neighboursOf(posts, index)) changed.add(tags.post(neighbour.slug))
      const ownSeries = posts[index]?.series
      if (ownSeries) series.add(ownSeries)
    }
  }
  for (const post of [...before.posts, ...after.posts])
    if (post.series && series.has(post.series)) changed.add(tags.post(post.slug))
  for (const slug of differingConnections(before, after)) changed.add(tags.post(slug))
  const pages = differing(before.pages, after.pages)
  for (const slug of pages) changed.add(tags.page(slug))
  if (posts.length + series.size + pages.length > 0) changed.add(tags.lists)
  return [...changed]
}

/**
 * The posts that show this one as their neighbour: the nearest listed on both sides. One that is still to appear shows
 * nothing yet, and is made when it appears.
 */
function neighboursOf(posts: readonly Post[], index: number): Post[] {
  const now = new Date().toISOString()
  const isShown = ({ draft, unlisted, date }: Post) => !draft && !unlisted && date <= now
  const newer = posts.findLast((post, other) => other < index && isShown(post))
  const older = posts.find((post, other) => other > index && isShown(post))
  return [newer, older].filter((post) => post !== undefined)
}

/** Slugs of posts that are connected with others than before, or with some that are named otherwise now. */
function differingConnections(before: Published, after: Published): string[] {
  const old = new Map(before.posts.map((post) => [post.slug, nameOf(post)]))
  const renamed = new Set(
    after.posts.filter((post) => old.get(post.slug) !== nameOf(post)).map(({ slug }) => slug),
  )
  return after.posts.flatMap(({ slug }) => {
    const now = connectionOf(after, slug)
    if (textOf(connectionOf(before, slug)) !== textOf(now)) return slug
    return Object.values<string[]>({ ...now }).some((slugs) => slugs.some((other) => renamed.has(other)))
      ? slug
      : []
  })
}

function connectionOf({ connections }: Published, slug: string): Connection | undefined {
  // An index of an older version has none; `constructor` may be a slug.
  return Object.hasOwn(connections ?? {}, slug) ? connections[slug] : undefined
}

/** What other articles show of a post, and whether they do. */
function nameOf({ url, title, lang, date, draft, unlisted }: Post): string {
  return JSON.stringify([url, title, lang, date, draft, unlisted])
}

/** Slugs of documents that are on one side only, or differ. */
function differing(before: readonly { slug: string }[], after: readonly { slug: string }[]): string[] {
  const texts = new Map(before.map((document) => [document.slug, textOf(document)]))
  const slugs = new Set<string>()
  for (const document of after) {
    if (texts.get(document.slug) !== textOf(document)) slugs.add(document.slug)
    texts.delete(document.slug)
  }
  return [...slugs, ...texts.keys()]
}

/** What is published now is compared twice: with what was before, and with what will be. */
const texts = new WeakMap<object, string>()

/** A published value as text, to be compared; it is not changed any more. */
function textOf(value: object | undefined): string | undefined {
  if (!value) return undefined
  const text = texts.get(value) ?? JSON.stringify(value)
  texts.set(value, text)
  return text
}
