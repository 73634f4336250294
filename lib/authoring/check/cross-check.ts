import { nearest } from '../../markdown/problems/nearest'
import type { Problem } from '../../markdown/problems/problem'
import type { Document, Post, Published } from '../../published/types'
import { canonicalPath } from '../../site/aliases'
import type { Site } from '../../site/config'
import { formatDay } from '../../site/i18n/dates'
import { listed, translate } from '../../site/messages/translate.mjs'
import { isOwnPath } from '../../site/permalinks'
import { decodeSlug, postUrl, reservedSlugs } from '../../site/routes.mjs'
import { languagesOf } from '../../site/site-languages'
import { placeOf } from '../front-matter/place-of'
import { defaultSlug } from '../read/default-slug'
import { isRoute, listUrls } from './site-urls'

type Report = (file: string, field: string, message: string, hint: string) => void

/** Find problems between documents: duplicate names, and references to documents that do not exist. */
export function crossCheck(published: Published): Problem[] {
  const { posts, pages } = published
  const problems: Problem[] = []
  const report: Report = (file, field, message, hint) =>
    problems.push({ file, ...placeOf(file, field), rule: field, message, hint })
  checkDuplicates(posts, report)
  checkPosts(published, report)
  checkTranslations(posts, 'article', report)
  checkTranslations(pages, 'page', report)
  checkAliases(posts, report)
  checkUrls(published, report)
  problems.push(...posts.flatMap((post) => checkUpdated(post, published.site)))
  const reserved = [...reservedSlugs, ...languagesOf(published.site).slice(1)]
  for (const { slug, file } of pages) {
    if (reserved.includes(slug))
      report(
        file,
        'title',
        translate`The page "${slug}" would hide a route of the site; expected a name other than ${list(reserved)}.`,
        translate`Rename the file.`,
      )
  }
  return problems
}

/** Warn of a post that was changed before it was published. A date without a time is the start of its day. */
function checkUpdated({ file, date, updated }: Post, { timeZone }: Pick<Site, 'timeZone'>): Problem[] {
  const day = formatDay(date, timeZone)
  const changed = updated && formatDay(updated, timeZone)
  if (!changed || changed >= day) return []
  return [
    {
      file,
      ...placeOf(file, 'updated'),
      severity: 'warning',
      rule: 'updated',
      message: translate`Found updated: ${changed}, which is before date: ${day}.`,
      hint: translate`Write the day of the last substantial change, or remove updated.`,
    },
  ]
}

/** Check that slugs, ids, and the parts of a series are unique. */
function checkDuplicates(posts: readonly Post[], report: Report): void {
  forDuplicates(
    posts,
    (post) => post.slug,
    (post, first) =>
      report(
        post.file,
        'slug',
        translate`The slug "${post.slug}" is already used by ${first.file}.`,
        translate`Rename the file, or set another slug.`,
      ),
  )
  checkIds(posts, report)
  forDuplicates(
    posts.filter((post) => post.series),
    (post) => `${post.series} ${post.part}`,
    (post, first) =>
      report(
        post.file,
        'part',
        translate`Part ${post.part} of the series "${post.series}" is already ${first.file}.`,
        translate`Give each part its own number; gaps are allowed.`,
      ),
  )
}

/** Check that the series and the authors of each post exist, and that its aliases are not the URLs of pages. */
function checkPosts({ site, posts, series, pages, authors }: Published, report: Report): void {
  const seriesSlugs = series.map(({ slug }) => slug)
  const authorIds = authors.map(({ id }) => id)
  const urls = listUrls({ site, posts, series, pages })
  for (const post of posts) {
    if (post.series !== undefined && !seriesSlugs.includes(post.series))
      report(
        post.file,
        'series',
        translate`Found series: ${post.series}; expected one of ${list(seriesSlugs)}.`,
        translate`Create content/series/${post.series}.mdx with a title.`,
      )
    if ((post.series === undefined) !== (post.part === undefined))
      report(
        post.file,
        post.series === undefined ? 'part' : 'series',
        translate`Found one of series and part; expected both or neither.`,
        translate`Add the other, or remove this one.`,
      )
    for (const author of post.authors) {
      // checkSite reports the author of the site once, for all posts without authors.
      if (authorIds.includes(author) || author === site.author) continue
      report(
        post.file,
        'authors',
        translate`Found the author "${author}"; expected one of ${list(authorIds)}.`,
        translate`Create content/authors/${author}.yml with a name.`,
      )
    }
    for (const alias of post.aliases)
      if (urls.has(alias) || isRoute(alias))
        report(
          post.file,
          'aliases',
          translate`The alias ${alias} is the URL of a page.`,
          translate`Remove it: an alias is an old URL.`,
        )
  }
}

function checkAliases(posts: readonly Post[], report: Report): void {
  forDuplicates(
    posts.flatMap((post) => post.aliases.map((alias) => ({ alias, file: post.file }))),
    ({ alias }) => alias,
    ({ alias, file }, first) =>
      report(
        file,
        'aliases',
        translate`The alias ${alias} already redirects to ${first.file}.`,
        translate`Keep it in one of the two files.`,
      ),
  )
}

/** Check that no post whose URL has another pattern than `/posts/:slug` hides another page, and that feed ids are unique. */
function checkUrls({ posts, series, pages }: Published, report: Report): void {
  const moved = new Set<Document>(posts.filter(({ slug, url }) => url !== postUrl(slug)))
  for (const { file, url } of moved)
    if (isOwnPath(decodeSlug(url)))
      report(
        file,
        'permalink',
        translate`The URL of this post, ${decodeSlug(url)}, is used by Lemma itself.`,
        translate`Set another slug, or another path: permalink: /archives/1.html.`,
      )
  // They are last, so that they are the ones that are reported.
  const others = [...pages, ...series, ...posts].filter((document) => !moved.has(document))
  forDuplicates<Document>(
    [...others, ...moved],
    ({ url }) => canonicalPath(url),
    (document, first) => {
      // Duplicate slugs are reported already.
      if (!moved.has(document) || document.slug === first.slug) return
      report(
        document.file,
        'permalink',
        translate`The URL of this post, ${decodeSlug(document.url)}, is already that of ${first.file}.`,
        translate`Give each post a path of its own: set permalink, or another slug or id.`,
      )
    },
  )
  forDuplicates(
    posts.filter(({ guid }) => guid !== undefined),
    ({ guid }) => guid ?? '',
    ({ file, guid }, first) =>
      report(
        file,
        'guid',
        translate`The guid "${guid}" is already used by ${first.file}; feed readers would show only one of them.`,
        translate`Write the guid of this post in the feed of the old blog, or remove it.`,
      ),
  )
}

/** Report duplicate ids, on the article that sets `id` in its front matter rather than on the one whose file has that name. */
function checkIds(posts: readonly Post[], report: Report): void {
  const byId = new Map<string, Post[]>()
  for (const post of posts) {
    const same = byId.get(post.id) ?? []
    // Duplicate slugs are reported already.
    if (!same.some(({ slug }) => slug === post.slug)) byId.set(post.id, [...same, post])
  }
  for (const [id, same] of byId) {
    if (same.length === 1) continue
    const written = same.filter(({ file }) => defaultSlug(file) !== id)
    for (const post of written.length > 0 ? written : same.slice(1)) {
      const others = same.slice(0, 4).filter((other) => other !== post)
      report(
        post.file,
        'id',
        translate`The id "${id}" is also used by ${listed(others.map(({ file }) => file))}; feed readers would show only one of them.`,
        written.length > 0
          ? translate`Set an id that no other article has, or remove it.`
          : translate`Both files have this name: set another id here.`,
      )
    }
  }
}

/** An article or a page. */
type Translatable = Pick<Post, 'file' | 'slug' | 'lang' | 'translationOf'>

/** Check that the target of `translationOf` is an original in another language, with one translation for each language. */
function checkTranslations(posts: readonly Translatable[], kind: 'article' | 'page', report: Report): void {
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  const translations = posts.flatMap((post) => {
    if (post.translationOf === undefined) return []
    const original = bySlug.get(post.translationOf)
    if (!original || original === post) {
      const guess = nearest(post.translationOf, [...bySlug.keys()])
      report(
        post.file,
        'translationOf',
        kind === 'page'
          ? translate`Found translationOf: ${post.translationOf}; expected the slug of another page.`
          : translate`Found translationOf: ${post.translationOf}; expected the slug of another article.`,
        guess && guess !== post.slug
          ? translate`Did you mean ${guess}?`
          : translate`Write the last segment of its URL. Drafts do not count.`,
      )
      return []
    }
    if (original.translationOf !== undefined) {
      report(
        post.file,
        'translationOf',
        translate`${found(original)}, which is a translation itself.`,
        translate`Name the original: translationOf: ${original.translationOf}.`,
      )
      return []
    }
    return [{ post, original }]
  })
  for (const { post, original } of translations) {
    if (post.lang !== original.lang) continue
    report(
      post.file,
      'translationOf',
      translate`${found(original)}, which is in the same language, ${post.lang}.`,
      kind === 'page'
        ? translate`Set the lang of this page, or remove translationOf.`
        : translate`Set the lang of this article, or remove translationOf.`,
    )
  }
  forDuplicates(
    translations.filter(({ post, original }) => post.lang !== original.lang),
    ({ post, original }) => `${original.slug} ${post.lang}`,
    ({ post, original }, first) =>
      report(
        post.file,
        'translationOf',
        translate`${found(original)}, whose translation into ${post.lang} is already ${first.post.file}.`,
        translate`Remove one of the two.`,
      ),
  )

  function found({ slug }: Translatable): string {
    return translate`Found translationOf: ${slug}`
  }
}

/** Call back for every item with the same key as an earlier item. */
function forDuplicates<T>(
  items: readonly T[],
  key: (item: T) => string,
  callback: (item: T, first: T) => unknown,
): void {
  const first = new Map<string, T>()
  for (const item of items) {
    const earlier = first.get(key(item))
    if (earlier) callback(item, earlier)
    else first.set(key(item), item)
  }
}

function list(names: readonly string[]): string {
  return names.length > 0 ? listed(names) : translate`(none exist)`
}
