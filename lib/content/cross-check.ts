import { nearest } from '../markdown/nearest'
import type { Problem } from '../markdown/problem'
import { placeOf } from './front-matter'
import { ownName } from './own-name'
import type { Post, Published } from './types'

/** First parts of paths that routes of the site use: no page may take them. */
const reservedSlugs = [
  '.well-known',
  'api',
  'archive',
  'atom.xml',
  'authors',
  'categories',
  'feed.json',
  'feed.xml',
  'formulas',
  'fragments',
  'gone',
  'indexnow',
  'llms.txt',
  'media',
  'page',
  'posts',
  'preview',
  'previews',
  'random',
  'robots.txt',
  'search',
  'series',
  'sitemap.xml',
  'sitemaps',
  'subscribe',
  'tags',
]

/** Problems that show only when documents are compared: names taken twice, references to what is not there. */
export function crossCheck({ posts, series, pages, authors }: Published): Problem[] {
  const problems: Problem[] = []
  const report = (file: string, field: string, message: string, hint: string) =>
    problems.push({ file, ...placeOf(file, field), rule: field, message, hint })

  forTwins(
    posts,
    (post) => post.slug,
    (post, first) =>
      report(
        post.file,
        'slug',
        `The slug "${post.slug}" is already that of ${first.file}.`,
        'Rename the file, or set another slug.',
      ),
  )
  checkIds(posts, report)
  forTwins(
    posts.filter((post) => post.series),
    (post) => `${post.series} ${post.part}`,
    (post, first) =>
      report(
        post.file,
        'part',
        `Part ${post.part} of the series "${post.series}" is already ${first.file}.`,
        'Give each part its own number; gaps are allowed.',
      ),
  )

  const seriesSlugs = series.map(({ slug }) => slug)
  const authorIds = authors.map(({ id }) => id)
  const urls = new Set([...posts, ...series, ...pages].map(({ url }) => url))
  for (const post of posts) {
    if (post.series !== undefined && !seriesSlugs.includes(post.series)) {
      report(
        post.file,
        'series',
        `Found series: ${post.series}; expected one of ${list(seriesSlugs)}.`,
        `Create content/series/${post.series}.mdx with a title.`,
      )
    }
    if ((post.series === undefined) !== (post.part === undefined)) {
      report(
        post.file,
        post.series === undefined ? 'part' : 'series',
        'Found one of series and part; expected both or neither.',
        'Add the other, or remove this one.',
      )
    }
    for (const author of post.authors) {
      if (authorIds.includes(author)) continue
      report(
        post.file,
        'authors',
        `Found the author "${author}"; expected one of ${list(authorIds)}.`,
        `Create content/authors/${author}.yml with a name.`,
      )
    }
    for (const alias of post.aliases) {
      if (urls.has(alias))
        report(
          post.file,
          'aliases',
          `The alias ${alias} is the address of a page.`,
          'Remove it: an alias is an old address.',
        )
    }
  }
  checkTranslations(posts, report)
  const aliases = posts.flatMap((post) => post.aliases.map((alias) => ({ alias, file: post.file })))
  forTwins(
    aliases,
    ({ alias }) => alias,
    ({ alias, file }, first) =>
      report(
        file,
        'aliases',
        `The alias ${alias} already leads to ${first.file}.`,
        'Keep it in one of the two.',
      ),
  )
  for (const { slug, file } of pages) {
    if (reservedSlugs.includes(slug)) {
      report(
        file,
        'title',
        `The page "${slug}" would hide a route of the site; expected a name other than ${list(reservedSlugs)}.`,
        'Rename the file.',
      )
    }
  }
  return problems
}

type Report = (file: string, field: string, message: string, hint: string) => void

/** An id is one article's: whoever wrote it in the front matter is told, not the one whose file is called so. */
function checkIds(posts: readonly Post[], report: Report): void {
  const byId = new Map<string, Post[]>()
  for (const post of posts) {
    const same = byId.get(post.id) ?? []
    // Twins by address have been told of that.
    if (!same.some(({ slug }) => slug === post.slug)) byId.set(post.id, [...same, post])
  }
  for (const [id, same] of byId) {
    if (same.length === 1) continue
    const written = same.filter(({ file }) => ownName(file) !== id)
    for (const post of written.length > 0 ? written : same.slice(1)) {
      const others = same.filter((other) => other !== post).map(({ file }) => file)
      report(
        post.file,
        'id',
        `The id "${id}" is also that of ${others.join(', ')}; readers of the feed would see one of them.`,
        written.length > 0
          ? 'Write an id that no other article has, or none.'
          : 'Both files are called so: write another id here.',
      )
    }
  }
}

/** A translation names its original, which is no translation itself, and is in a language of its own. */
function checkTranslations(posts: readonly Post[], report: Report): void {
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  const translations = posts.flatMap((post) => {
    if (post.translationOf === undefined) return []
    const original = bySlug.get(post.translationOf)
    if (!original || original === post) {
      const guess = nearest(post.translationOf, [...bySlug.keys()])
      report(
        post.file,
        'translationOf',
        `Found translationOf: ${post.translationOf}; expected the slug of another article.`,
        guess && guess !== post.slug
          ? `Did you mean ${guess}?`
          : 'Write the last part of its address; a draft is none.',
      )
      return []
    }
    if (original.translationOf !== undefined) {
      report(
        post.file,
        'translationOf',
        `${found(original)}, which is a translation itself.`,
        `Name the original: translationOf: ${original.translationOf}.`,
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
      `${found(original)}, which is in the same language, ${post.lang}.`,
      'Set the lang of this article, or remove translationOf.',
    )
  }
  forTwins(
    translations.filter(({ post, original }) => post.lang !== original.lang),
    ({ post, original }) => `${original.slug} ${post.lang}`,
    ({ post, original }, first) =>
      report(
        post.file,
        'translationOf',
        `${found(original)}, whose translation into ${post.lang} is already ${first.post.file}.`,
        'Keep one of the two.',
      ),
  )

  function found({ slug }: Post): string {
    return `Found translationOf: ${slug}`
  }
}

/** Call back for every item whose key an earlier item has. */
function forTwins<T>(
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
  return names.length > 0 ? names.join(', ') : '(there are none yet)'
}
