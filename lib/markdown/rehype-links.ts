import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { visit } from './visit'

/** A link an author wrote to a page of the site, or to a place in the article. */
export interface InternalLink {
  href: string
  line: number
  column: number
}

declare module 'vfile' {
  interface DataMap {
    links: InternalLink[]
    anchors: string[]
  }
}

/** Take note of links inside the site and of the ids they may lead to: whether they meet shows when all is compiled. */
export function rehypeLinks() {
  return (tree: Root, file: VFile): void => {
    const links: InternalLink[] = []
    const anchors: string[] = []
    visit(tree, 'element', ({ tagName, properties, position, data }) => {
      if (typeof properties.id === 'string') anchors.push(properties.id)
      for (const mark of data?.formula?.marks ?? []) if (mark.kind === 'number') anchors.push(mark.anchor)
      const { href, className } = properties
      // What the compiler wrote itself carries a class.
      if (tagName !== 'a' || typeof href !== 'string' || className || properties.dataFootnoteRef) return
      if (!/^(#|\/(?!\/))/.test(href)) return
      links.push({ href, line: position?.start.line ?? 0, column: position?.start.column ?? 0 })
    })
    file.data.links = links
    file.data.anchors = anchors
  }
}
