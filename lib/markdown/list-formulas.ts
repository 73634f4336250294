import type { Root as HtmlRoot } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Root } from 'mdast'
import type {} from 'mdast-util-math'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { addMarkdown, type MarkdownOptions } from './pipeline'
import { rehypeHtmlFormulas } from './rehype/rehype-html-formulas'
import { isMath } from './tex/math-element'
import { visit } from './tree/visit'

/** A formula of a file, with its place in the text. */
export interface FormulaSource {
  start: number
  end: number
  tex: string
}

/** List the formulas of a file in order, without typesetting them. @throws if the file cannot be parsed */
export function listFormulas(file: string, text: string, options: MarkdownOptions): FormulaSource[] {
  const processor = unified()
  addMarkdown(processor as never, file, options)
  const vfile = new VFile({ path: file, value: text })
  const tree = processor.runSync(processor.parse(vfile) as never, vfile) as unknown as Root
  const found: FormulaSource[] = []
  visit(tree, (node) => {
    if (node.type !== 'inlineMath' && node.type !== 'math') return
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start !== undefined && end !== undefined) found.push({ start, end, tex: node.value })
  })
  return found
}

/**
 * List the formulas of a `.md` file in the order of the source, also those in the text of block HTML, without typesetting them.
 *
 * @throws if the file cannot be parsed
 */
export function listPageFormulas(text: string, options: MarkdownOptions): FormulaSource[] {
  const processor = unified()
  addMarkdown(processor as never, 'page.md', options)
  processor.use(remarkRehype, { allowDangerousHtml: true })
  processor.use(rehypeHtmlFormulas, { brackets: options.settings.mathBrackets })
  const vfile = new VFile({ path: 'page.md', value: text })
  const tree = processor.runSync(processor.parse(vfile) as never, vfile) as unknown as HtmlRoot
  const found: FormulaSource[] = []
  visit(tree, 'element', (element, _, parent) => {
    if (!isMath(element)) return
    // A block is in a `<pre>`, which has its position.
    const position = element.position ?? parent?.position
    const start = position?.start.offset
    const end = position?.end.offset
    if (start !== undefined && end !== undefined) found.push({ start, end, tex: hastToString(element) })
  })
  return found.sort((a, b) => a.start - b.start)
}
