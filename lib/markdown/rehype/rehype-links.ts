import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import type { PublishedFile } from '../images/asset'
import { writeDeferredValue } from '../print/deferred-value'
import { report } from '../problems/problem'
import { decodePath } from '../text/decode'
import { visit } from '../tree/visit'
import { type ArticlePlace, readRelativeLink } from './relative-link'

/** An author's link to a page of the site or to an id in the article. */
export interface InternalLink {
  /** Path, query and fragment; only the last two for a link to a file. */
  href: string
  /** A document that the author named by its file: path below `content/`. */
  file?: string
  /** The address in the source, if it was relative. */
  source?: string
  line: number
  column: number
}

interface LinkingPlace extends ArticlePlace {
  /** Posts have other URLs than `/posts/:slug`. */
  movesPosts?: boolean
}

declare module 'vfile' {
  interface DataMap {
    links: InternalLink[]
    /** Ids in the article. */
    anchors: string[]
    /** The files, besides images, that are published with the article. */
    files: PublishedFile[]
  }
}

/**
 * Collect links inside the site, and the ids that links can refer to. The link checker compares them when all is compiled.
 * Links to other articles by file become deferred values, links to other files the URLs where these are published; relative
 * addresses that lead to nothing are reported.
 *
 *     [前文](other.md#a)  →  <a href="⟨the URL of posts/other.md⟩#a">
 *     [前文](/posts/x#a)  →  <a href="⟨the URL of the post x⟩#a">, if posts have other URLs
 *     [讲义](notes.pdf)   →  <a href="/media/3f…/notes.pdf">
 */
export function rehypeLinks(place: LinkingPlace) {
  return (tree: Root, file: VFile): void => {
    const links: InternalLink[] = []
    const anchors: string[] = []
    visit(tree, 'element', (element) => {
      const { tagName, properties, data } = element
      if (typeof properties.id === 'string') anchors.push(properties.id)
      for (const mark of data?.formula?.marks ?? []) if (mark.kind === 'number') anchors.push(mark.anchor)
      if (tagName === 'a' || tagName === 'area') links.push(...readLink(element, file, place))
    })
    file.data.links = links
    file.data.anchors = anchors
  }
}

/** The link of an element, if it leads to this site. A relative address is replaced. */
function readLink(element: Element, file: VFile, place: LinkingPlace): InternalLink[] {
  const { properties, position } = element
  const { href, className } = properties
  // The compiler's references to other articles are deferred values.
  if (typeof href !== 'string' || properties.dataFootnoteRef || href.startsWith('\uE000')) return []
  const point = { line: position?.start?.line ?? 1, column: position?.start?.column ?? 1 }
  const target = readRelativeLink(href, place)
  if (!target) {
    // Links of the compiler have a class.
    if (className || !/^[#/](?!\/)/.test(href)) return []
    properties.href = place.movesPosts ? deferPost(href) : href
    return [{ href, ...point }]
  }
  if ('problem' in target) {
    report(file, point, { rule: 'link', ...target.problem })
    return []
  }
  if ('published' in target) {
    properties.href = target.published.url + target.suffix
    file.data.files = [...(file.data.files ?? []), target.published]
    return []
  }
  if ('href' in target) {
    properties.href = place.movesPosts ? deferPost(target.href) : target.href
    return [{ href: target.href, source: decodePath(href), ...point }]
  }
  properties.href = writeDeferredValue({ kind: 'document', file: target.file }) + target.suffix
  return [{ href: target.suffix, file: target.file, source: decodePath(href), ...point }]
}

/** An address with the path of a post as a deferred value, which is replaced by its URL. */
function deferPost(href: string): string {
  const [path = ''] = href.split(/[?#]/, 1)
  if (!path.startsWith('/posts/')) return href
  return writeDeferredValue({ kind: 'post', path }) + href.slice(path.length)
}
