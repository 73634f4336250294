import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { isGlobalName } from '../text/global-name'
import { SKIP, visit } from '../tree/visit'

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

interface Options {
  anchorLabel: string
  /** No id may be a name that scripts use (`isGlobalName`). */
  avoidsGlobalNames?: boolean
}

/**
 * Give each heading an id and a link to itself, and collect the headings for the table of contents. If an article contains
 * a heading of level 1, all its headings move down one level.
 *
 *     <h2>旋转</h2>  →  <h2 id="旋转">旋转<a class="anchor" href="#旋转" …></a></h2>
 */
export function rehypeHeadings({ anchorLabel, avoidsGlobalNames = false }: Options) {
  return (tree: Root, file: VFile): void => {
    const slugger = new GithubSlugger()
    const headings: Heading[] = []
    const elements: Element[] = []
    visit(tree, 'element', (element) => {
      // The heading of the footnotes is not in the table of contents.
      if (element.properties.dataFootnotes) return SKIP
      if (/^h[1-6]$/.test(element.tagName)) elements.push(element)
      return
    })
    const shift = elements.some(({ tagName }) => tagName === 'h1') ? 1 : 0
    for (const element of elements) {
      const depth = Math.min(6, Number(element.tagName[1]) + shift)
      const text = hastToString(element).trim()
      const own = slugger.slug(text).toWellFormed() || slugger.slug('section')
      const id = avoidsGlobalNames && isGlobalName(own) ? slugger.slug(`section-${own}`) : own
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

/** Is this the link of a heading to itself? */
export function isAnchor({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('anchor')
}
