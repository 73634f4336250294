// Every URL of a site, defined once. JavaScript, because Node reads `next.config.mjs` and what it imports without
// translation.

/**
 * @typedef {object} Route
 * @property {string} pattern path with named segments, as in Next's rewrites: `/tags/:tag`
 * @property {'lists' | 'post' | 'page'} [tag] what it shows, and so the cache tag that expires with it: lists of posts, the
 * post `:slug`, or the page `:page`
 * @property {boolean} [isPage] a document that browsers may prerender when the reader points at a link to it
 * @property {boolean} [needsContent] only some URLs of this pattern exist: those of published posts, tags, …
 * @property {string} [rewrite] path of the route handler in `app/`, if Next cannot express the pattern as folders
 */

/** File names of the feeds of a list. */
export const feedFiles = /** @type {const} */ (['feed.xml', 'atom.xml', 'feed.json'])

/** File name extensions of the citation formats of a post. */
export const citationFormats = /** @type {const} */ (['bib', 'ris', 'json'])

/** @type {Route[]} pages that show a list, which has feeds */
const listsWithFeeds = [
  { pattern: '/', tag: 'lists', isPage: true },
  { pattern: '/tags/:tag', tag: 'lists', isPage: true, needsContent: true },
  { pattern: '/categories/:category', tag: 'lists', isPage: true, needsContent: true },
  { pattern: '/series/:slug', tag: 'lists', isPage: true, needsContent: true },
  { pattern: '/authors/:id', tag: 'lists', isPage: true, needsContent: true },
]

/** @type {readonly Route[]} routes of the site and of its first language */
const firstRoutes = [
  ...listsWithFeeds,
  ...listsWithFeeds.flatMap(({ pattern, needsContent = false }) =>
    feedFiles.map((file) => ({
      pattern: `${pattern === '/' ? '' : pattern}/${file}`,
      tag: /** @type {const} */ ('lists'),
      needsContent,
    })),
  ),
  { pattern: '/page/:number', tag: 'lists', isPage: true, needsContent: true },
  { pattern: '/archive', tag: 'lists', isPage: true },
  { pattern: '/tags', tag: 'lists', isPage: true },
  { pattern: '/series', tag: 'lists', isPage: true },
  { pattern: '/search' },
  { pattern: '/subscribe', tag: 'lists' },
  { pattern: '/subscribe/:kind/:name', tag: 'lists' },
  { pattern: '/random' },

  // A post and its other representations.
  { pattern: '/posts/:slug.png', tag: 'post', needsContent: true, rewrite: '/posts/:slug/card' },
  { pattern: '/posts/:slug.md', tag: 'post', needsContent: true, rewrite: '/posts/:slug/markdown' },
  ...citationFormats.map((format) => ({
    pattern: `/posts/:slug.${format}`,
    tag: /** @type {const} */ ('post'),
    needsContent: true,
    rewrite: `/posts/:slug/citation/${format}`,
  })),
  { pattern: '/posts/:slug', tag: 'post', isPage: true, needsContent: true },
  { pattern: '/previews' },
  { pattern: '/previews/:slug', tag: 'post' },
  { pattern: '/previews/:slug/:anchor', tag: 'post' },
  { pattern: '/preview/:slug' },
  { pattern: '/formulas/:slug/:name', tag: 'post' },
  { pattern: '/media/:hash/:name' },

  // Files for programs.
  { pattern: '/sitemap.xml', tag: 'lists' },
  { pattern: '/sitemaps/:file', tag: 'lists' },
  { pattern: '/llms.txt', tag: 'lists' },
  { pattern: '/robots.txt' },
  { pattern: '/icon.svg', rewrite: '/site-icon' },
  { pattern: '/favicon.ico', rewrite: '/site-favicon' },
  { pattern: '/card.png' },
  { pattern: '/theme.css' },
  { pattern: '/speculation-rules.json' },
  { pattern: '/.well-known/security.txt' },
  { pattern: '/api/:name' },
  { pattern: '/api/dev/content' },
  { pattern: '/api/dev/files/:path' },
  // The site's key for IndexNow.
  { pattern: '/:key([a-zA-Z0-9-]{8,128}).txt', needsContent: true, rewrite: '/indexnow/:key' },

  // Pages that the server sends in place of other pages.
  { pattern: '/error' },
  { pattern: '/missing' },
  { pattern: '/gone' },
  // A page of `content/pages`.
  { pattern: '/:page', tag: 'page', needsContent: true },
]

/** First segments of routes of ours with files that end like the representations of posts. */
const withFiles = [
  '_next',
  'api',
  'authors',
  'browser',
  'categories',
  'in-language',
  'media',
  'series',
  'sitemaps',
  'tags',
]

/**
 * The other representations of posts whose URL is not `/posts/:slug`. No file and no other route of these paths exists, so
 * this is a rewrite that Next tries after those.
 */
export const representationRewrite = {
  source: `/:path((?!(?:${withFiles.join('|')})/).+\\.(?:md|png|${citationFormats.join('|')}))`,
  destination: '/representations/:path',
}

/** The languages of sites, as alternatives of a pattern: those of `lib/site/languages.ts`. */
export const languageTags = 'en|ja|zh-CN|zh-TW'

/** Patterns that each language of a site has: the first as they are, the others below `/en`. */
const patternsOfLanguages = [
  ...[
    '/',
    '/page/:number',
    '/archive',
    '/tags',
    '/tags/:tag',
    '/categories/:category',
    '/authors/:id',
    '/series',
  ],
  ...['/subscribe', '/subscribe/:kind/:name', '/missing', '/gone', '/error'],
]

/** The same, of routes that cannot be served by `app/[...path]`. */
const handlersOfLanguages = [
  ...['', '/tags/:tag', '/categories/:category', '/authors/:id'].flatMap((list) =>
    feedFiles.map((file) => `${list}/${file}`),
  ),
  '/search',
]

/** @param {string} pattern @returns {Route} the route of the languages after the first */
function toLanguageRoute(pattern) {
  const { tag, isPage } = firstRoutes.find((route) => route.pattern === pattern) ?? {}
  return {
    pattern: `/:language(${languageTags})${pattern === '/' ? '' : pattern}`,
    ...(tag && { tag }),
    ...(isPage && { isPage }),
    needsContent: true,
    ...(handlersOfLanguages.includes(pattern) && { rewrite: `/in-language/:language${pattern}` }),
  }
}

/** @type {readonly Route[]} the first route that matches a path applies */
export const routes = [
  // First, because `/en` is also a possible page of `content/pages`.
  ...[...patternsOfLanguages, ...handlersOfLanguages].map(toLanguageRoute),
  ...firstRoutes,
]

/** Paths that browsers and feed readers try, and the paths to which they redirect. */
export const redirects = {
  '/feed': '/feed.xml',
  '/rss': '/feed.xml',
  '/rss.xml': '/feed.xml',
  '/atom': '/atom.xml',
}

/** The paths that show what a query finds. */
export const searchPaths = [
  '/search',
  '/api/search',
  ...languageTags.split('|').map((language) => `/${language}/search`),
]

/** The paths that accept POST. */
export const postedPaths = ['/api/revalidate']

/** First segments of paths that no page of `content/pages` can have, in alphabetical order. */
export const reservedSlugs = [
  ...new Set(
    [
      ...routes.flatMap(({ pattern, rewrite = '' }) => [pattern, rewrite]),
      ...Object.keys(redirects),
      representationRewrite.destination,
      '/redirects',
    ]
      .map((path) => path.split('/')[1] ?? '')
      .filter((segment) => segment !== '' && !segment.includes(':')),
  ),
].sort()

const matchers = routes.map((route) => ({ route, pattern: toRegExp(route.pattern) }))

/** @param {string} pattern with named segments, whose values may be restricted: `/:key([a-z]+).txt` */
function toRegExp(pattern) {
  const source = pattern.replace(/:(\w+)(?:\(([^)]*)\))?|[.*+?^${}()|[\]\\]/g, (found, name, values) =>
    name ? `(?<${name}>${values ?? '[^/]+?'})` : `\\${found}`,
  )
  return new RegExp(`^${source}$`)
}

/**
 * The route of a path.
 *
 * @param {string} path decoded, without query and fragment
 * @returns {{ route: Route, params: Readonly<Record<string, string>> } | undefined}
 */
export function matchRoute(path) {
  for (const { route, pattern } of matchers) {
    const match = pattern.exec(path)
    if (match) return { route, params: match.groups ?? {} }
  }
  return undefined
}

/**
 * The list that a feed belongs to; undefined if the path is not that of a feed.
 *
 *     /tags/x/feed.xml  →  /tags/x
 *
 * @param {string} path of a URL, or pattern of a route
 */
export function listOfFeed(path) {
  const file = feedFiles.find((name) => path.endsWith(`/${name}`))
  return file && path.slice(0, -file.length - 1)
}

/** Path of an article. @param {string} slug */
export function postUrl(slug) {
  return `/posts/${encodeURIComponent(slug)}`
}

/** Path of the page of a series. @param {string} slug */
export function seriesUrl(slug) {
  return `/series/${encodeURIComponent(slug)}`
}

/** Path of a page of `content/pages`. @param {string} slug */
export function pageUrl(slug) {
  return `/${encodeURIComponent(slug)}`
}

/** Path of a tag's page. @param {string} tag */
export function tagUrl(tag) {
  return `/tags/${encodeURIComponent(tag)}`
}

/** Path of a category's page. @param {string} category */
export function categoryUrl(category) {
  return `/categories/${encodeURIComponent(category)}`
}

/** Path of an author's page. @param {string} id */
export function authorUrl(id) {
  return `/authors/${encodeURIComponent(id)}`
}

/** Path of a page of teasers; the first is the front page. @param {number} number */
export function indexUrl(number) {
  return number === 1 ? '/' : `/page/${number}`
}

/** Path of an article as Markdown. @param {string} url path of the article */
export function markdownUrl(url) {
  return `${url}.md`
}

/** Path of an article's card. @param {string} url path of the article */
export function cardUrl(url) {
  return `${url}.png`
}

/** Path of a published image. @param {string} hash of its content @param {string} name of its file */
export function mediaUrl(hash, name) {
  return `/media/${hash}/${encodeURIComponent(name)}`
}

/** Path of a sitemap. @param {number} number from 1 */
export function sitemapUrl(number) {
  return `/sitemaps/${number}.xml`
}

/** Path of a preview that needs no token (it ends the preview). @param {string} slug */
export function previewUrl(slug) {
  return `/preview/${encodeURIComponent(slug)}`
}

/**
 * Decode a parameter of a dynamic route. Next passes it encoded or decoded, depending on the navigation
 * (vercel/next.js#92192).
 *
 * @param {string} slug
 */
export function decodeSlug(slug) {
  try {
    return decodeURIComponent(slug).normalize('NFC')
  } catch {
    return slug
  }
}
