import { canonicalAlias } from '../../../site/aliases'
import { categoryUrl, feedFiles, indexUrl, matchRoute, tagUrl } from '../../../site/routes.mjs'
import type { Plan } from '../plan'
import type { SourceList } from '../source'

/** An address of the old site, and the path that must respond to it, directly or by a redirect. */
export interface OldAddress {
  from: string
  to: string
}

/** What lists of the new site exist. */
export interface NewLists {
  tags: ReadonlySet<string>
  categories: ReadonlySet<string>
  /** Number of pages of the front page. */
  pages: number
}

/** The lists that the imported posts have. */
export function findLists({ documents }: Plan, postsPerPage: number): NewLists {
  const posts = documents.flatMap(({ document }) =>
    document.kind === 'post' && document.status === 'published' ? [document] : [],
  )
  return {
    tags: new Set(posts.flatMap(({ tags, categories }) => [...tags, ...categories.slice(1)])),
    categories: new Set(posts.flatMap(({ categories }) => categories.slice(0, 1))),
    pages: Math.max(1, Math.ceil(posts.length / postsPerPage)),
  }
}

/** Every address of the old site's documents. */
export function documentAddresses({ documents, toPath }: Plan): OldAddress[] {
  return documents.flatMap(({ document, url, permalink, aliases }) => {
    const paths = [
      ...document.urls.flatMap((each) => toPath(each) ?? []),
      ...(permalink ? [permalink] : []),
      ...aliases,
    ]
    return uniqueAddresses(paths.map((from) => ({ from, to: url })))
  })
}

/** Every address of the old site's lists. */
export function listAddresses(
  sources: readonly SourceList[],
  lists: NewLists,
  toPath: Plan['toPath'],
): OldAddress[] {
  return uniqueAddresses(
    sources.flatMap((list) =>
      list.urls.flatMap((url) => {
        const from = toPath(url)
        return from === undefined ? [] : [{ from, to: targetOf(list, from, lists) }]
      }),
    ),
  )
}

function targetOf({ kind, name }: SourceList, from: string, lists: NewLists): string {
  const list = name === undefined ? undefined : listUrl(kind, name, lists)
  if (kind === 'feed') return `${list ?? ''}/${ownFeed(from) ?? 'feed.xml'}`
  if (list !== undefined) return list
  if (kind === 'tags') return '/tags'
  if (kind !== 'index') return '/archive'
  const [, number = '1'] = /(\d+)\/?$/.exec(from) ?? []
  return indexUrl(Math.min(Number(number), lists.pages))
}

/** The list of a name. What was a category may be a tag now. */
function listUrl(kind: SourceList['kind'], name: string, { tags, categories }: NewLists): string | undefined {
  const asTag = tags.has(name) ? tagUrl(name) : undefined
  const asCategory = categories.has(name) ? categoryUrl(name) : undefined
  return kind === 'tag' ? (asTag ?? asCategory) : (asCategory ?? asTag)
}

/** The feed of the same name or format: `/feed/atom/`, `/?feed=atom`. */
function ownFeed(from: string): string | undefined {
  const isAtom = /feed[/=]atom(?:\/|$)/.test(from)
  return feedFiles.find((file) => from.endsWith(`/${file}`)) ?? (isAtom ? 'atom.xml' : undefined)
}

/** One target for each address: the first. */
export function uniqueAddresses(addresses: readonly OldAddress[]): OldAddress[] {
  const first = new Map<string, OldAddress>()
  for (const address of addresses) {
    const key = canonicalAlias(address.from)
    if (!first.has(key)) first.set(key, address)
  }
  return [...first.values()]
}

/** The redirects among the addresses: not those of pages that exist here, of aliases in front matter, and of the front page. */
export function toRedirects(addresses: readonly OldAddress[]): OldAddress[] {
  return addresses.flatMap(({ from, to }) => {
    const path = canonicalAlias(from)
    const isOwn = path === '/' || path === canonicalAlias(to) || isFixedRoute(path, to)
    return isOwn ? [] : [{ from: path, to }]
  })
}

/** Is this a page that every site has, such as `/archive` or `/page/2`? */
function isFixedRoute(path: string, to: string): boolean {
  const { route } = matchRoute(path) ?? {}
  if (route?.pattern === '/page/:number') return path === to
  return route !== undefined && !route.needsContent
}

/** Print addresses, one `from to` a line. */
export function printAddresses(addresses: readonly OldAddress[]): string {
  return addresses.map(({ from, to }) => `${encodeSpaces(from)} ${to}\n`).join('')
}

function encodeSpaces(path: string): string {
  return path.replace(/\s/g, (space) => encodeURIComponent(space))
}
