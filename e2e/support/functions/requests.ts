import { sign } from '../../../lib/http/secret'
import { createToken } from '../../../lib/runtime/preview/token'

/** A request to which a deployment and our own server must respond in the same way. */
export interface SiteRequest {
  title: string
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
  /** The route that responds, as below `.next/server/app`. */
  route: string
  /** Its path there, if `path` is rewritten. */
  rewritten?: string
  /** Next renders it in the browser; only our own server sends it complete (`lib/runtime/server/error-pages.ts`). */
  isDrawnByScript?: boolean
}

/** REVALIDATE_SECRET of the servers that are compared. */
export const secret = 'a secret of the end-to-end tests'

const article = '/posts/softmax-temperature'
const olderArticle = '/posts/cov-1-shortest-path'
const chinese = (text: string) => encodeURIComponent(text)

/** Send a request to a server, and follow no redirect. */
export function send(
  server: string,
  { path, method = 'GET', headers = {}, body }: Omit<SiteRequest, 'title' | 'route'>,
) {
  return fetch(server + path, { method, headers, redirect: 'manual', ...(body !== undefined && { body }) })
}

/** Requests to the sample site, at least one for each kind of page. @param server from which URLs with hashes are read */
export async function listRequests(server: string): Promise<SiteRequest[]> {
  return [
    { title: 'front page', path: '/', route: 'page' },
    { title: 'page 2', path: '/page/2', route: 'page/[number]/page' },
    { title: 'prerendered article', path: article, route: 'posts/[slug]/page' },
    { title: 'article that is not prerendered', path: olderArticle, route: 'posts/[slug]/page' },
    { title: 'Chinese slug', path: `/posts/${chinese('欧拉的桥')}`, route: 'posts/[slug]/page' },
    { title: 'series', path: '/series/calculus-of-variations', route: 'series/[slug]/page' },
    { title: 'tag', path: `/tags/${chinese('变分')}`, route: 'tags/[tag]/page' },
    { title: 'archive', path: '/archive', route: 'archive/page' },
    { title: 'page about the site', path: '/about', route: '[...path]/page' },
    { title: 'search in Chinese', path: `/search?q=${chinese('变分')}`, route: 'search/page' },
    {
      title: 'search with a formula',
      path: `/search?q=${encodeURIComponent('$\\frac{\\pi^2}{6}$')}`,
      route: 'search/page',
    },
    {
      title: 'search as the reader types',
      path: `/api/search?q=${chinese('变分')}`,
      route: 'api/search/route',
    },
    ...listFeeds(),
    ...listForms(),
    ...(await listImages(server)),
    ...listHidden(),
    ...listPreviewLinks(),
    ...listRevalidations(),
    {
      title: 'page that does not exist',
      path: '/no-such-page',
      route: '[...path]/page',
      isDrawnByScript: true,
    },
    {
      title: 'article that does not exist',
      path: '/posts/no-such-post',
      route: 'posts/[slug]/page',
      isDrawnByScript: true,
    },
  ]
}

function listFeeds(): SiteRequest[] {
  return [
    { title: 'RSS', path: '/feed.xml', route: 'feed.xml/route' },
    { title: 'Atom', path: '/atom.xml', route: 'atom.xml/route' },
    { title: 'JSON Feed', path: '/feed.json', route: 'feed.json/route' },
    { title: 'RSS with images of formulas', path: '/feed.xml?math=svg', route: 'feed.xml/route' },
    {
      title: 'feed of a tag',
      path: `/tags/${chinese('变分')}/feed.xml`,
      route: 'tags/[tag]/[feed]/route',
    },
    { title: 'sitemap index', path: '/sitemap.xml', route: 'sitemap.xml/route' },
    { title: 'sitemap', path: '/sitemaps/1.xml', route: 'sitemaps/[file]/route' },
    { title: 'llms.txt', path: '/llms.txt', route: 'llms.txt/route' },
  ]
}

/** Other representations of an article. */
function listForms(): SiteRequest[] {
  const markdown = { route: 'posts/[slug]/markdown/route', rewritten: `${article}/markdown` }
  const card = 'posts/[slug]/card/route'
  return [
    { title: 'card', path: `${article}.png`, route: card, rewritten: `${article}/card` },
    { title: 'card of the site', path: '/card.png', route: 'card.png/route' },
    { title: 'icon', path: '/icon.svg', route: 'site-icon/route', rewritten: '/site-icon' },
    { title: 'favicon', path: '/favicon.ico', route: 'site-favicon/route', rewritten: '/site-favicon' },
    { title: 'theme that does not exist', path: '/theme.css', route: 'theme.css/route' },
    {
      title: 'citation',
      path: `${article}.bib`,
      route: 'posts/[slug]/citation/[format]/route',
      rewritten: `${article}/citation/bib`,
    },
    {
      title: 'representation of no article',
      path: '/no-such-page.md',
      route: 'representations/[...path]/route',
      rewritten: '/representations/no-such-page.md',
    },
    { title: 'preview by path', path: `/previews?path=${article}`, route: 'previews/route' },
    {
      title: 'old address with a query',
      path: '/?p=42',
      route: 'redirects/[[...path]]/route',
      rewritten: '/redirects?p=42',
    },
    { title: 'Markdown by address', path: `${article}.md`, ...markdown },
    { title: 'Markdown by Accept', path: article, headers: { accept: 'text/markdown' }, ...markdown },
  ]
}

/** Their URLs contain hashes, so they are read from a feed and a page. */
async function listImages(server: string): Promise<SiteRequest[]> {
  const feed = await (await fetch(`${server}/feed.xml?math=svg`)).text()
  const page = await (await fetch(server + article)).text()
  const formula = /\/formulas\/[\w-]+\/[0-9a-f]{32}\.svg/.exec(feed)?.[0]
  const media = /\/media\/[0-9a-f]{12}\/[\w.-]+/.exec(page)?.[0]
  if (!formula || !media)
    throw new Error('Expected an image of a formula in the feed and one in the article.')
  return [
    { title: 'image of a formula', path: formula, route: 'formulas/[slug]/[name]/route' },
    { title: 'image of an article', path: media, route: 'media/[hash]/[name]/route' },
    {
      title: 'image that does not exist',
      path: '/media/000000000000/a.svg',
      route: 'media/[hash]/[name]/route',
    },
  ]
}

/** Articles that readers must not see yet. */
function listHidden(): SiteRequest[] {
  const route = 'posts/[slug]/markdown/route'
  return [
    {
      title: 'scheduled post',
      path: '/posts/letter-to-2099.md',
      route,
      rewritten: '/posts/letter-to-2099/markdown',
    },
    {
      title: 'draft',
      path: '/posts/unfinished-proof.md',
      route,
      rewritten: '/posts/unfinished-proof/markdown',
    },
  ]
}

function listPreviewLinks(): SiteRequest[] {
  const slug = 'letter-to-2099'
  const route = 'preview/[slug]/route'
  const token = createToken(slug, Date.now() + 3_600_000, secret)
  return [
    { title: 'preview link', path: `/preview/${slug}?token=${token}`, route },
    { title: 'forged preview link', path: `/preview/${slug}?token=${token.replace(/..$/, '00')}`, route },
  ]
}

function listRevalidations(): SiteRequest[] {
  const body = JSON.stringify({ commits: [{ modified: ['content/posts/softmax-temperature/index.mdx'] }] })
  const delivery = (title: string, key: string) => ({
    title,
    path: '/api/revalidate',
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'push',
      // A server remembers deliveries across restarts.
      'x-github-delivery': `${title} ${Date.now()}`,
      'x-hub-signature-256': `sha256=${sign(body, key)}`,
    },
    route: 'api/revalidate/route',
  })
  return [delivery('signed webhook', secret), delivery('forged webhook', 'another secret')]
}
