import type { Element, ElementContent, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import type { Formula, FormulaError, Typesetter } from './formula'
import { report } from './problem'

declare module 'hast' {
  interface ElementData {
    /** On the `<span class="formula">` that stands for a typeset formula until the pages are printed. */
    formula?: Formula
  }
}

/**
 * Typeset every formula. Each becomes one element whose text is the TeX (headings, counts and search read it)
 * and whose `data.formula` holds the finished HTML and MathML, so that nothing walks KaTeX's tree again.
 *
 *     <code class="language-math math-inline">x</code>  →  <span class="formula" data.formula={…}>x</span>
 */
export function rehypeFormulas({ typeset }: { typeset: Typesetter }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (!parent || index === undefined) return
      const code = element.tagName === 'pre' ? element.children.find(isMath) : element
      if (!code || !isMath(code)) return
      const display = element.tagName === 'pre' || hasClass(code, 'math-display')
      const tex = hastToString(code).trim()
      const { formula, error } = typeset(tex, display)
      if (error) reportError(file, element, tex, error)
      parent.children[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['formula'] },
        children: [{ type: 'text', value: tex }],
        data: { formula },
        ...(element.position && { position: element.position }),
      }
      return SKIP
    })
  }
}

function isMath(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'code' && hasClass(node, 'language-math')
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes(name)
}

/** KaTeX counts from the start of the formula; an author needs the place in the file. */
function reportError(file: VFile, element: Element, tex: string, error: FormulaError): void {
  const source = String(file)
  const start = element.position?.start
  const texStart = start?.offset === undefined ? -1 : source.indexOf(tex, start.offset)
  const inside = texStart >= 0 && error.position !== undefined
  const point = inside ? location(source).toPoint(texStart + (error.position ?? 0)) : start
  report(file, point, {
    rule: 'formula',
    message: `KaTeX cannot typeset this formula: ${error.message}`,
    hint: error.hint,
  })
}
