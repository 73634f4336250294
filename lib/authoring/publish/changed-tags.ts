import { tags } from '../../published/cache-tags'
import { findPageTranslations } from '../../published/page-translations'
import { isMoved } from '../../published/post-at'
import { isPageFile } from '../../published/site-files'
import type { Connection, Post, Published } from '../../published/types'
import type { Site } from '../../site/config'
import { siteLanguageOf } from '../../site/site-languages'

/**
 * The cache tags of all pages that a publication changes. The page of an article also shows its neighbours in time, its series
 * and its connections; that of a page its translations. Scheduled posts are ignored: the lifetime of cached pages ends when they appear.
 */
export function changedTags(before: Published, after: Published): string[] {
  const isSame = sharedOf(before) === sharedOf(after)
  if (!isSame) return [tags.content]
  const changed = new Set<string>()
  const posts = changedSlugs(before.posts, after.posts)
  const series = new Set(changedSlugs(before.series, after.series))
  for (const slug of posts) {
    changed.add(tags.post(slug))
    for (const { site, posts } of [before, after]) {
      const index = posts.findIndex((post) => post.slug === slug)
      if (index < 0) continue
      for (const neighbour of neighboursOf(posts, index, site)) changed.add(tags.post(neighbour.slug))
      const ownSeries = posts[index]?.series
      if (ownSeries) series.add(ownSeries)
    }
  }
  for (const post of [...before.posts, ...after.posts])
    if (post.series && series.has(post.series)) changed.add(tags.post(post.slug))
  for (const slug of changedConnections(before, after)) changed.add(tags.post(slug))
  const pages = changedSlugs(before.pages, after.pages)
  for (const slug of pages)
    for (const { pages: all } of [before, after])
      for (const other of [slug, ...findPageTranslations(all, slug).map((page) => page.slug)])
        changed.add(tags.page(other))
  if (posts.length + series.size + pages.length > 0 || textOf(before.redirects) !== textOf(after.redirects))
    changed.add(tags.lists)
  return [...changed]
}

/**
 * What every page may show or refer to. The index of an older version has no files. The scripts of a page find links to posts
 * in another way if some posts have URLs of their own.
 */
function sharedOf({ site, authors, posts, files = [] }: Published): string {
  const fonts = new Set(site.theme?.fontFiles.map(({ file }) => file.slice(1).normalize('NFC')))
  const shown = files.filter((file) => isPageFile(file) || fonts.has(file.path))
  return JSON.stringify([site, authors, shown, posts.some(isMoved)])
}

/** The posts that show this one as a neighbour: the nearest listed posts of its language before and after it. */
function neighboursOf(posts: readonly Post[], index: number, site: Site): Post[] {
  const now = new Date().toISOString()
  const languageOf = ({ lang }: Post) => siteLanguageOf(site, lang)
  const own = posts[index] && languageOf(posts[index])
  const isShown = (post: Post) =>
    !post.draft && !post.unlisted && post.date <= now && languageOf(post) === own
  const newer = posts.findLast((post, other) => other < index && isShown(post))
  const older = posts.find((post, other) => other > index && isShown(post))
  return [newer, older].filter((post) => post !== undefined)
}

/** Slugs of posts whose connections changed, or whose connected posts are shown differently. */
function changedConnections(before: Published, after: Published): string[] {
  const old = new Map(before.posts.map((post) => [post.slug, shownOf(post)]))
  const changed = new Set(
    after.posts.filter((post) => old.get(post.slug) !== shownOf(post)).map(({ slug }) => slug),
  )
  return after.posts.flatMap(({ slug }) => {
    const now = connectionOf(after, slug)
    if (textOf(connectionOf(before, slug)) !== textOf(now)) return slug
    return Object.values<string[]>({ ...now }).some((slugs) => slugs.some((other) => changed.has(other)))
      ? slug
      : []
  })
}

function connectionOf({ connections }: Published, slug: string): Connection | undefined {
  // The index of an older version has no connections. `hasOwn`, because `constructor` may be a slug.
  return Object.hasOwn(connections ?? {}, slug) ? connections[slug] : undefined
}

/** The fields of a post that other articles show, or that determine whether they do. */
function shownOf({ url, title, lang, date, draft, unlisted }: Post): string {
  return JSON.stringify([url, title, lang, date, draft, unlisted])
}

/** Slugs of documents that are new, deleted or changed. */
function changedSlugs(before: readonly { slug: string }[], after: readonly { slug: string }[]): string[] {
  const texts = new Map(before.map((document) => [document.slug, textOf(document)]))
  const slugs = new Set<string>()
  for (const document of after) {
    if (texts.get(document.slug) !== textOf(document)) slugs.add(document.slug)
    texts.delete(document.slug)
  }
  return [...slugs, ...texts.keys()]
}

/** JSON by value: each publication is compared twice, with the one before it and with the one after it. */
const texts = new WeakMap<object, string>()

/** A published value as JSON, to be compared. Published values are never modified. */
function textOf(value: object | undefined): string | undefined {
  if (!value) return undefined
  const text = texts.get(value) ?? JSON.stringify(value)
  texts.set(value, text)
  return text
}
