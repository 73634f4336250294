import { property, readPhpValue } from './php-value'

/** The routes with URLs that readers may have kept, and Typecho's patterns for them. */
const defaultPatterns = {
  post: '/archives/[cid:digital]/',
  page: '/[slug].html',
  attachment: '/attachment/[cid:digital]/',
  category: '/category/[slug]/',
  category_page: '/category/[slug]/[page:digital]/',
  tag: '/tag/[slug]/',
  tag_page: '/tag/[slug]/[page:digital]/',
  author: '/author/[uid:digital]/',
  archive: '/blog/',
  index_page: '/page/[page:digital]/',
  archive_year: '/[year:digital:4]/',
  archive_month: '/[year:digital:4]/[month:digital:2]/',
  archive_day: '/[year:digital:4]/[month:digital:2]/[day:digital:2]/',
  feed: '/feed[feed:string:0]',
}

export type RouteName = keyof typeof defaultPatterns

/** Values of a route's parameters. A list is a path, such as that of a category in others. */
export type RouteValues = Readonly<Record<string, string | number | readonly string[]>>

/** Makes the URLs of the old site. */
export interface Routes {
  /** The path of a route, without the site's folder: `/archives/1/`. */
  path(name: RouteName, values: RouteValues): string
  /** Every URL for a path, the canonical one first. */
  urls(path: string): string[]
}

/**
 * Read the routes from Typecho's options. Without rewriting, `/index.php` precedes each path; with it, both forms respond.
 *
 * @param options by their name
 */
export function readRoutes(options: ReadonlyMap<string, string>): Routes {
  const table = readPhpValue(options.get('routingTable') ?? '') as Record<string, unknown> | undefined
  const site = (options.get('siteUrl') ?? '').replace(/\/+$/, '')
  const withIndex = (path: string) => `${site}/index.php${path}`
  const isRewritten = Number(options.get('rewrite')) > 0
  return {
    path(name, values) {
      // The pattern that the author edited; `0` holds the parsed copy of the whole table.
      const pattern = property(table?.[name], 'url') || property(parsed(table)?.[name], 'url')
      return fill(pattern || defaultPatterns[name], values)
    },
    urls: (path) => {
      const both = [`${site}${path}`, withIndex(path)]
      return isRewritten ? both : both.reverse()
    },
  }
}

function parsed(table: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  const first = table?.[0]
  return typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : undefined
}

function fill(pattern: string, values: RouteValues): string {
  return pattern.replace(/\[([\w-]+)(?::[^\]]*)?\]/g, (_, name: string) => {
    const value = values[name] ?? ''
    if (name === 'feed') return String(value)
    return typeof value === 'object' ? value.map(encode).join('/') : encode(String(value))
  })
}

/** Encode as PHP's `urlencode`. */
function encode(value: string): string {
  return encodeURIComponent(value)
    .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
}
