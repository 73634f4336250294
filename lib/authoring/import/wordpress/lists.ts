import type { SourceList } from '../source'

/** A category or tag. */
export interface Term {
  kind: 'category' | 'tag'
  /** Id, or empty in old exports. */
  id: string
  name: string
  /** With percent encoding, as in URLs. */
  slug: string
  /** Slug of the category that contains it, or empty. */
  parent: string
  posts: number
}

/** What the URLs of lists depend on. */
export interface ListContext {
  /** URL of the old site, without a slash at its end. */
  url: string
  terms: readonly Term[]
  /** Dates of the published posts, such as `2011-03-05`. */
  dates: readonly string[]
  logins: readonly string[]
}

/** WordPress shows ten posts on a page; exports do not contain the setting. */
const pageSize = 10

/** Every list of the old site that has URLs. Exports contain no settings of URLs, so these are WordPress' defaults. */
export function lists({ url, terms, dates, logins }: ListContext): SourceList[] {
  const archives = new Set(
    dates.flatMap((date) => {
      const [year = '', month = '', day = ''] = date.split('-')
      return [`/${year}/`, `/${year}/${month}/`, `/${year}/${month}/${day}/`]
    }),
  )
  const authors = logins.map((login) => `/author/${encodeURIComponent(login.toLowerCase())}/`)
  const formats = ['', 'rss2/', 'rss/', 'atom/', 'rdf/'].map((format) => `/feed/${format}`)
  const feeds = [...formats, '/rss', '/comments/feed/']
  const queries = ['rss2', 'atom', 'rdf', 'rss', 'comments-rss2'].map((format) => `/?feed=${format}`)
  return [
    { kind: 'index', urls: [`${url}/`] },
    ...pages(dates.length).map((page): SourceList => ({ kind: 'index', urls: [`${url}/page/${page}/`] })),
    { kind: 'archive', urls: [...archives, ...authors].map((path) => url + path) },
    ...terms.flatMap((term) => listsOf(term, terms, url)),
    { kind: 'feed', urls: [...feeds, ...queries].map((path) => url + path) },
  ]
}

/** The numbered pages after the first. */
function pages(posts: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil(posts / pageSize) - 1) }, (_, index) => index + 2)
}

function listsOf(term: Term, terms: readonly Term[], url: string): SourceList[] {
  const { kind, name, id } = term
  const directory = directoryOf(term, terms).join('/')
  const path = `${url}/${kind}/${directory}/`
  const short = kind === 'tag' ? `${url}/?tag=${term.slug}` : id ? `${url}/?cat=${id}` : ''
  const numbered = pages(term.posts).map((page) => `${path}page/${page}/`)
  return [
    { kind, name, urls: [path, ...(short ? [short] : []), ...numbered] },
    { kind: 'feed', name, urls: ['', 'rss2/', 'atom/'].map((format) => `${path}feed/${format}`) },
  ]
}

/** The slugs of a category and of those that contain it, the outermost first. */
function directoryOf(term: Term, terms: readonly Term[]): string[] {
  const chain: Term[] = []
  for (let at: Term | undefined = term; at && !chain.includes(at); ) {
    chain.unshift(at)
    const { parent, kind }: Term = at
    at = parent ? terms.find((other) => other.kind === kind && other.slug === parent) : undefined
  }
  return chain.map(({ slug }) => slug)
}
