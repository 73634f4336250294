import type { Problem } from '../markdown/problem'
import type { Linkable } from './link'
import type { Published } from './types'
import { authorUrl, categoryUrl, decodeSlug, tagUrl } from './urls'

/** Pages that are not made of a document. */
const routes = [
  '/',
  '/archive',
  '/atom.xml',
  '/feed.json',
  '/feed.xml',
  '/random',
  '/robots.txt',
  '/series',
  '/sitemap.xml',
  '/subscribe',
  '/tags',
]

/** Links inside the site that lead nowhere: to no page, or to no place on it. As warnings: readers meet a 404. */
export function checkLinks(linkables: readonly Linkable[], { posts }: Published): Problem[] {
  const pages = new Map<string, ReadonlySet<string> | undefined>()
  for (const url of [
    ...routes,
    ...posts.flatMap((post) => [...post.tags.map(tagUrl), ...post.authors.map(authorUrl), ...post.aliases]),
    ...posts.flatMap((post) => (post.category ? categoryUrl(post.category) : [])),
  ])
    pages.set(decodeSlug(url), undefined)
  for (const { document, compiled } of linkables)
    pages.set(decodeSlug(document.url), new Set(compiled.anchors ?? []))

  return linkables.flatMap(({ document, compiled }) =>
    (compiled.links ?? []).flatMap(({ href, line, column }) => {
      const [path = '', anchor] = href.split('#', 2)
      // A list has feeds where it has a page.
      const page = (path || document.url)
        .replace(/\?.*$/, '')
        .replace(/(?<=.)\/(feed\.xml|atom\.xml|feed\.json)?$/, '')
      const url = decodeSlug(page)
      const problem = (message: string, hint: string): Problem[] => [
        { file: document.file, line, column, rule: 'link', severity: 'warning', message, hint },
      ]
      if (/^\/(page\/\d+|media\/|subscribe\/)/.test(url)) return []
      if (!pages.has(url))
        return problem(`Found a link to ${href}; the site has no such page.`, 'Check the address.')
      const anchors = pages.get(url)
      if (!anchor || !anchors || anchors.has(decodeSlug(anchor))) return []
      return problem(
        `Found a link to ${href}; the page has no place of that name.`,
        'Check the heading: its id is its text, lower case, with hyphens for spaces.',
      )
    }),
  )
}
