// The addresses of posts: the pattern in `permalinks` of the configuration, or `permalink` in front matter.

import { canonicalPath } from './aliases'
import { listed, translate } from './messages/translate.mjs'
import { citationFormats, matchRoute, postUrl, reservedSlugs } from './routes.mjs'

/** What the address of a post is made of. */
export interface PostAddress {
  slug: string
  /** Day of publication in the time zone of the site: `2011-05-12`. */
  day: string
  /** `id` in its front matter. */
  id?: string
  /** `permalink` in its front matter. */
  permalink?: string
}

/** Placeholders of a pattern, each with a value to try patterns with. */
const placeholders: Readonly<Record<string, string>> = {
  year: '2011',
  month: '05',
  day: '12',
  slug: 'an-article',
  id: '42',
}

/** File name extensions that the other representations of a post add to its URL. */
export const representations = ['md', 'png', ...citationFormats] as const

/** The extension of another representation with which a path ends; undefined if it ends with none. */
export function representationOf(path: string): (typeof representations)[number] | undefined {
  return representations.find((name) => path.endsWith(`.${name}`))
}

/**
 * Path of a post, percent-encoded.
 *
 *     /posts/:slug (default)  →  /posts/cycloid
 *     /:year/:month/:slug     →  /2011/05/cycloid
 *
 * @param pattern the setting `permalinks.posts`
 */
export function postPath({ slug, day, id = slug, permalink }: PostAddress, pattern?: string): string {
  if (permalink !== undefined) return canonicalPath(permalink)
  if (pattern === undefined) return postUrl(slug)
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return fillPattern(pattern, { year, month, day: dayOfMonth, slug, id })
}

function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return withoutLastSlash(pattern)
    .split(/(:\w+)/)
    .map((part, index) =>
      index % 2 === 0 ? encodeURI(part) : encodeURIComponent(values[part.slice(1)] ?? part),
    )
    .join('')
}

/** Does the pattern of posts need `id` in front matter? */
export function needsId(pattern: string | undefined): boolean {
  return pattern !== undefined && /:id(?!\w)/.test(pattern)
}

/** What a pattern for posts must be and is not: `Found …; expected ⟨this⟩.` Undefined if it is valid. */
export function explainPattern(pattern: string): string | undefined {
  const path = explainPath(pattern)
  if (path) return path
  const names = Array.from(pattern.matchAll(/:(\w*)/g), ([, name = '']) => name)
  const unknown = names.find((name) => !Object.hasOwn(placeholders, name))
  if (unknown !== undefined)
    return translate`only the placeholders ${listed(Object.keys(placeholders).map((name) => `:${name}`))}, and not :${unknown}`
  if (!names.includes('slug') && !names.includes('id'))
    return translate`a pattern with :slug or :id, because each post needs an address of its own`
  const sample = fillPattern(pattern, placeholders)
  return isOwnPath(sample) ? translate`another path, because Lemma uses ${sample} itself` : undefined
}

/** What `permalink` in front matter must be and is not. Undefined if it is valid. */
export function explainPermalink(path: string): string | undefined {
  return (
    explainPath(path) ??
    (isOwnPath(withoutLastSlash(path))
      ? translate`another path, because Lemma uses this one itself`
      : undefined)
  )
}

function explainPath(path: string): string | undefined {
  if (!/^\/[^/]/.test(path) || /[?#\s\\]|\/\//.test(path) || /\/\.{1,2}(\/|$)/.test(path))
    return translate`a path such as /archives/1.html, which starts with / and contains no spaces, ? or #`
  const extension = representationOf(withoutLastSlash(path))
  if (extension)
    return translate`a path that does not end with .${extension}, which is the end of another representation of a post`
  return undefined
}

function withoutLastSlash(path: string): string {
  return path.replace(/(?<=.)\/+$/, '')
}

/** First segments of our own paths below which other paths are free: `/posts/2011/x`. */
const open = ['posts', 'archive']

/** Is this the path of a route of ours, so that no post can have it? @param path decoded or not */
export function isOwnPath(path: string): boolean {
  const [, first = '', ...rest] = path.split('/')
  const isReserved = [...reservedSlugs, '_next', 'browser'].includes(first)
  if (isReserved && !(open.includes(first) && rest.length > 0)) return true
  if (/^\/posts\/[^/]+\/(card|markdown|citation)(\/|$)/.test(path)) return true
  const { route } = matchRoute(path) ?? {}
  return route !== undefined && route.pattern !== '/posts/:slug' && route.pattern !== '/:page'
}
