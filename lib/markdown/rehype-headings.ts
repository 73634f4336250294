import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { SKIP, visit } from './visit'

export interface Heading {
  /** 2 to 6: the article's title is the only heading of level 1. */
  depth: number
  id: string
  /** Plain text; formulas as TeX. */
  text: string
}

declare module 'vfile' {
  interface DataMap {
    headings: Heading[]
  }
}

/**
 * Give every heading an id, a link to itself and a place in the table of contents.
 * An article that starts at `#` is moved down one level.
 *
 *     <h2>旋转</h2>  →  <h2 id="旋转">旋转<a class="anchor" href="#旋转" …></a></h2>
 */
export function rehypeHeadings({ anchorLabel }: { anchorLabel: string }) {
  return (tree: Root, file: VFile): void => {
    const slugger = new GithubSlugger()
    const headings: Heading[] = []
    const found: Element[] = []
    visit(tree, 'element', (element) => {
      // The footnotes' own heading belongs to no table of contents.
      if (element.properties.dataFootnotes) return SKIP
      if (/^h[1-6]$/.test(element.tagName)) found.push(element)
      return
    })
    const shift = found.some(({ tagName }) => tagName === 'h1') ? 1 : 0
    for (const element of found) {
      const depth = Math.min(6, Number(element.tagName[1]) + shift)
      const text = hastToString(element).trim()
      const id = slugger.slug(text) || slugger.slug('section')
      element.tagName = `h${depth}`
      element.properties.id = id
      element.children.push({
        type: 'element',
        tagName: 'a',
        properties: { className: ['anchor'], href: `#${id}`, ariaLabel: `${anchorLabel}${text}` },
        children: [],
      })
      headings.push({ depth, id, text })
    }
    file.data.headings = headings
  }
}
