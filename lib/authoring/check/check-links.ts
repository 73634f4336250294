import { existsSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path/posix'
import { contentRoot } from '../../markdown/images/asset'
import { nearest } from '../../markdown/problems/nearest'
import type { Problem } from '../../markdown/problems/problem'
import type { Published } from '../../published/types'
import { translate } from '../../site/messages/translate.mjs'
import { representationOf } from '../../site/permalinks'
import { canonicalSource } from '../../site/redirects'
import {
  authorUrl,
  categoryUrl,
  decodeSlug,
  listOfFeed,
  matchRoute,
  postUrl,
  redirects,
  tagUrl,
} from '../../site/routes.mjs'
import type { Linkable } from '../link/link'
import { tryFile } from '../link/try-file'
import { readRedirectFile } from '../site/redirect-file'
import { sitePublicRoot } from '../site/site-files'
import { findLanguageLists } from './language-lists'

/** The ids of the elements of each page by its decoded path; undefined if they are not known. */
export type SitePages = ReadonlyMap<string, ReadonlySet<string> | undefined>

/** The pages of documents and lists. */
export function findPages(linkables: readonly Linkable[], published: Published): SitePages {
  const { posts, site } = published
  const pages = new Map<string, ReadonlySet<string> | undefined>()
  for (const url of [
    ...posts.flatMap((post) => [...post.tags.map(tagUrl), ...post.authors.map(authorUrl), ...post.aliases]),
    ...posts.flatMap((post) => (post.category ? categoryUrl(post.category) : [])),
    ...Object.keys(site.redirects ?? {}).map(canonicalSource),
    ...readRedirectFile().redirects.map(({ from }) => from),
    // Redirects to the URL of the post, if it has another one.
    ...posts.map(({ slug }) => postUrl(slug)),
    ...findLanguageLists(published),
  ])
    pages.set(decodeSlug(url), undefined)
  for (const { document, compiled } of linkables)
    pages.set(decodeSlug(document.url), new Set(compiled.anchors ?? []))
  return pages
}

/** Find links to pages or anchors of the site that do not exist. They are warnings: readers get a 404. */
export function checkLinks(
  linkables: readonly Linkable[],
  published: Published,
  pages: SitePages = findPages(linkables, published),
): Problem[] {
  const files = new Map(linkables.map(({ document }) => [document.file, document.url]))
  const found: Problem[] = []
  const failures: Problem[] = []
  for (const linkable of linkables) {
    const result = tryFile(linkable.document.file, () => checkDocument(linkable, pages, files))
    if ('problem' in result) failures.push(result.problem)
    else found.push(...result.value)
  }
  return [...found, ...failures]
}

/**
 * @param pages ids of the elements of each page by its path; undefined if they are not known
 * @param files URLs of documents by their files
 */
function checkDocument(
  { document, compiled }: Linkable,
  pages: SitePages,
  files: ReadonlyMap<string, string>,
): Problem[] {
  return (compiled.links ?? []).flatMap(({ href, file, source, line, column }) => {
    const target = file === undefined ? undefined : files.get(join(contentRoot, file))
    if (file !== undefined && target === undefined)
      return [{ file: document.file, line, column, ...missingFile(source ?? file, file, [...files.keys()]) }]
    const [path = '', anchor] = ((target ?? '') + href).split('#', 2)
    const url = toPagePath(path || document.url)
    const problem = (message: string, hint: string): Problem[] => [
      { file: document.file, line, column, rule: 'link', severity: 'warning', message, hint },
    ]
    const written = source ?? href
    if (!hasPage(url, pages))
      return source === undefined
        ? problem(translate`Found a link to ${href}; the site has no such page.`, translate`Check the path.`)
        : [{ file: document.file, line, column, ...missingPage(source, href) }]
    const anchors = pages.get(url)
    if (!anchor || !anchors || anchors.has(decodeSlug(anchor))) return []
    return problem(
      translate`Found a link to ${written}; the page has no element with that id.`,
      translate`Check the heading: its id is its text in lower case, with hyphens instead of spaces.`,
    )
  })
}

/** The path of a link as the pages have it: decoded, without a query and without a slash at the end. */
function toPagePath(path: string): string {
  return decodeSlug(path.replace(/\?.*$/, '').replace(/(?<=.)\/$/, ''))
}

/** Does the site have this path, with or without a query and an anchor? */
export function isOnSite(href: string, pages: SitePages): boolean {
  return hasPage(toPagePath(href.replace(/#.*$/, '')), pages)
}

function hasPage(path: string, pages: SitePages): boolean {
  return pages.has(path) || isOfRoute(path, pages) || isSiteFile(path)
}

/** Is this the path of a file of `site/public`? */
function isSiteFile(path: string): boolean {
  return existsSync(join(sitePublicRoot, path))
}

type Mistake = Pick<Problem, 'rule' | 'message' | 'hint'>

/** Documents with which a missing one is compared. */
const maxCompared = 500

function missingFile(source: string, file: string, files: readonly string[]): Mistake {
  const path = join(contentRoot, file)
  const sameName = files.find((other) => withoutExtension(other) === withoutExtension(path))
  const beside = files.filter((other) => dirname(other) === dirname(path)).slice(0, maxCompared)
  const name = nearest(
    basename(withoutExtension(path)),
    beside.map((other) => basename(withoutExtension(other))),
  )
  const guess = sameName ?? beside.find((other) => basename(withoutExtension(other)) === name)
  return {
    rule: 'link',
    message: translate`Found a link to ${source}; there is no document ${path}.`,
    hint: guess
      ? translate`Did you mean ${relative(dirname(path), guess)}?`
      : translate`Check the name. The path is relative to the folder of the article.`,
  }
}

function missingPage(source: string, href: string): Mistake {
  return {
    rule: 'link',
    message: translate`Found a link to ${source}; the site has no page ${href}.`,
    hint: translate`Write the file of an article, [text](other.md), or a path that starts with /.`,
  }
}

function withoutExtension(path: string): string {
  return path.replace(/\.mdx?$/i, '')
}

/** Does a URL exist without being the page of a document or a list: `/search`, `/tags/x/feed.xml`, `/posts/x.bib`? */
function isOfRoute(url: string, pages: SitePages): boolean {
  if (Object.hasOwn(redirects, url)) return true
  const { route } = matchRoute(url) ?? {}
  if (!route) {
    const extension = representationOf(url)
    return extension !== undefined && pages.has(url.slice(0, -extension.length - 1))
  }
  if (!route.needsContent) return true
  // The representations of a post, and the feeds of a list, exist if their page does.
  const page = listOfFeed(url) ?? url.replace(/\.\w+$/, '')
  return page !== url && pages.has(page)
}
