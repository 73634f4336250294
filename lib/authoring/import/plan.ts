import { basename } from 'node:path/posix'
import { canonicalAlias } from '../../site/aliases'
import { citationFormats, matchRoute, pageUrl, postUrl, reservedSlugs } from '../../site/routes.mjs'
import { isWindowsFileName } from '../../store/windows.mjs'
import type { SourceDocument } from './source'

/** A document with its place on the new site. */
export interface PlannedDocument {
  document: SourceDocument
  /** Name of its file or folder. */
  slug: string
  /** Path of its page on the new site, encoded. */
  url: string
  /** The old path, which it keeps. */
  permalink?: string
  /** Other old addresses: from `/`, decoded. */
  aliases: string[]
}

/** The place of every document on the new site. */
export interface Plan {
  documents: PlannedDocument[]
  /** Find a document by its slug, its file without extension, or an old address. */
  find(name: string): PlannedDocument | undefined
  /** The path of an old address, from `/`; undefined for one of another site. */
  toPath(url: string): string | undefined
}

/** Give each document a slug of its own and its addresses. @param siteUrl URL of the old site */
export function planDocuments(documents: readonly SourceDocument[], siteUrl: string | undefined): Plan {
  const slugs = { post: new Set<string>(), page: new Set(reservedSlugs) }
  const addresses = new Set<string>()
  const toPath = createPathReader(siteUrl)
  const planned = documents.map((document) => {
    const slug = uniqueSlug(document, slugs[document.kind])
    return addAddresses(document, slug, addresses, toPath)
  })
  const byName = indexNames(planned, toPath)
  return {
    documents: planned,
    find: (name) => {
      const path = toPath(name)
      return byName.get(nameKey(name)) ?? (path === undefined ? undefined : byName.get(canonicalAlias(path)))
    },
    toPath,
  }
}

/** Paths on the old site. Documents may name it with `http:` or `https:`, with or without `www.`. */
function createPathReader(siteUrl: string | undefined): Plan['toPath'] {
  const hostOf = (url: string) => new URL(url).host.replace(/^www\./, '')
  const host = siteUrl && URL.canParse(siteUrl) ? hostOf(siteUrl) : undefined
  return (url) => {
    if (/^\/(?!\/)/.test(url)) return url
    const absolute = url.startsWith('//') ? `https:${url}` : url
    if (!/^https?:/.test(absolute) || !URL.canParse(absolute) || hostOf(absolute) !== host) return undefined
    const { pathname, search, hash } = new URL(absolute)
    return pathname + search + hash
  }
}

function uniqueSlug({ slug, kind, id }: SourceDocument, taken: Set<string>): string {
  const plain = slug
    .normalize('NFC')
    .replace(/[/\\?#%&<>:"|*\s\p{Cc}]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 120)
  const name = plain === '' ? `${kind}-${id.replace(/\W+/g, '-')}` : plain
  const base = isWindowsFileName(name) ? name : `${kind}-${name}`
  let unique = base
  for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${base}-${number}`
  taken.add(unique.toLowerCase())
  return unique
}

function addAddresses(
  document: SourceDocument,
  slug: string,
  addresses: Set<string>,
  toPath: Plan['toPath'],
): PlannedDocument {
  const paths = document.urls.flatMap((url) => toPath(url) ?? pathOfUrl(url))
  const own = document.kind === 'post' ? postUrl(slug) : pageUrl(slug)
  const [canonical] = paths
  const isKept =
    document.kind === 'post' &&
    canonical !== undefined &&
    isPermalink(canonical) &&
    !addresses.has(canonicalAlias(canonical)) &&
    canonicalAlias(canonical) !== canonicalAlias(own)
  const url = isKept ? canonicalAlias(canonical) : own
  const others = new Map(paths.map((path) => [canonicalAlias(path), path]))
  const aliases = [...others].filter(
    ([key]) => key !== canonicalAlias(url) && key !== '/' && !addresses.has(key),
  )
  for (const [key] of others) addresses.add(key)
  return {
    document,
    slug,
    url,
    ...(isKept && { permalink: decode(canonical).replace(/(?<=.)\/$/, '') }),
    aliases: aliases.map(([, path]) => decode(path)),
  }
}

function pathOfUrl(url: string): string[] {
  if (!URL.canParse(url)) return []
  const { pathname, search } = new URL(url)
  return [pathname + search]
}

/** Can a post keep this path as its permalink? Paths of other pages, and those with a query, become aliases. */
function isPermalink(path: string): boolean {
  const decoded = decode(path).replace(/(?<=.)\/$/, '')
  const [, first = ''] = decoded.split('/')
  if (!/^\/[^/]/.test(decoded) || /[?#\s\\]|\/\//.test(decoded) || reservedSlugs.includes(first)) return false
  const extensions = ['md', 'png', ...citationFormats]
  const { route } = matchRoute(decoded) ?? {}
  return !extensions.some((name) => decoded.endsWith(`.${name}`)) && (!route || route.pattern === '/:page')
}

/** Decode a path to read it. */
export function decode(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** Names by which tags and links of the old system refer to documents. The most specific one applies. */
function indexNames(
  planned: readonly PlannedDocument[],
  toPath: Plan['toPath'],
): Map<string, PlannedDocument> {
  const names = new Map<string, PlannedDocument>()
  const add = (name: string, document: PlannedDocument) => {
    if (!names.has(name)) names.set(name, document)
  }
  for (const each of planned)
    for (const url of each.document.urls) add(canonicalAlias(toPath(url) ?? pathOfUrl(url)[0] ?? url), each)
  for (const each of planned) add(nameKey(each.document.id), each)
  for (const each of planned) if (each.document.file) add(nameKey(each.document.file), each)
  for (const each of planned) add(nameKey(each.slug), each)
  for (const each of planned) add(nameKey(basename(each.document.id)), each)
  for (const each of planned) add(nameKey(each.document.title), each)
  return names
}

/** A file name or slug in the form in which names are compared. */
function nameKey(name: string): string {
  return decode(name)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.(?:md|markdown|mdx|html)$/, '')
    .replace(/^(?:\.?\/)*(?:content\/|_posts\/)?|\/(?:_?index)?$/g, '')
}
