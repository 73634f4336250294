import type { ElementContent, Root } from 'hast'
import type { Data, Root as MarkdownRoot, Nodes } from 'mdast'
import type { Raw } from 'mdast-util-to-hast'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import { remarkMathSyntax } from '../remark/remark-math-syntax'
import { remarkTexCommands, reportTexCommands } from '../remark/remark-tex-commands'
import type { Delimiters } from '../syntax/formula-text'
import { findHtmlText } from '../syntax/html-text'
import { decodeEntities } from '../text/entities'
import { createSourceMap, type SourceMap } from '../text/source-map'
import { SKIP, visit } from '../tree/visit'

/**
 * Parse the formulas and references in the text of block HTML, in which Markdown is not parsed. Use it before rehype-raw.
 *
 *     raw `<summary>为什么 $\le n$</summary>`
 *     →  raw `<summary>为什么 `, <code class="language-math math-inline">\le n</code>, raw `</summary>`
 */
export function rehypeHtmlFormulas(delimiters: Delimiters) {
  return (tree: Root, file: VFile): void => {
    let parser: Processor | undefined
    let map: SourceMap | undefined
    visit(tree, (raw, index, parent) => {
      if (raw.type !== 'raw' || !parent || index === undefined || !/[$\\]|<[^>]*(?:<|$)/.test(raw.value))
        return
      parser ??= createParser(delimiters)
      map ??= createSourceMap(String(file))
      const parts = splitHtml(raw, parser, map, file)
      parent.children.splice(index, 1, ...(parts as never[]))
      return [SKIP, index + parts.length]
    })
  }
}

/** Constructs of Markdown that are text in HTML. */
const disabled = [
  ...['blockQuote', 'codeFenced', 'codeIndented', 'definition', 'headingAtx', 'htmlFlow', 'list'],
  ...['setextUnderline', 'thematicBreak', 'attention', 'autolink', 'codeText', 'hardBreakEscape', 'htmlText'],
  ...['labelEnd', 'labelStartImage', 'labelStartLink', 'characterReference'],
]

/** A parser for formulas, references and citations only. */
function createParser(delimiters: Delimiters): Processor {
  const parser = unified().use(remarkParse).use(remarkMath).use(remarkTexCommands)
  const onlyFormulas = parser.use(remarkMathSyntax, delimiters).use(function (this: Processor) {
    const data = this.data() as { micromarkExtensions?: unknown[] }
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: disabled } }]
  })
  return onlyFormulas as unknown as Processor
}

/**
 * Split HTML at the formulas and references in its text. A `<` that begins no complete tag is a character: otherwise the parser of
 * HTML would take what follows for attributes, without a message.
 */
function splitHtml(raw: Raw, parser: Processor, map: SourceMap, file: VFile): (Raw | ElementContent)[] {
  const { value } = raw
  const toPosition = map.positionsIn(value, raw.position?.start)
  const parts: (Raw | ElementContent)[] = []
  let html = ''
  let done = 0
  const addHtml = (end: number, isText: boolean) => {
    // A backslash before a dollar makes it a character, as in Markdown.
    const added = value.slice(done, end).replace(/\\\$/g, '$')
    html += isText ? added.replaceAll('<', '&lt;') : added
    done = end
  }
  const finishHtml = (start: number) => {
    if (html !== '') parts.push({ type: 'raw', value: html, position: toPosition(start, done) })
    html = ''
  }
  let start = 0
  for (const text of findHtmlText(value)) {
    addHtml(text.start, false)
    const tree = parser.parse(value.slice(text.start, text.end)) as MarkdownRoot
    visit(tree, (node) => {
      const nodeStart = text.start + (node.position?.start.offset ?? 0)
      const nodeEnd = text.start + (node.position?.end.offset ?? 0)
      node.position = toPosition(nodeStart, nodeEnd)
      const element = toElement(node)
      if (!element) return
      addHtml(nodeStart, true)
      finishHtml(start)
      parts.push({ ...element, position: node.position })
      done = nodeEnd
      start = nodeEnd
    })
    reportTexCommands(tree, file)
    addHtml(text.end, true)
  }
  addHtml(value.length, false)
  finishHtml(start)
  return parts
}

/** A formula, reference or citation as HTML; undefined for text. */
function toElement(node: Nodes): ElementContent | undefined {
  if (node.type === 'text') return node.value === '\u00a0' ? { type: 'text', value: node.value } : undefined
  const { hName, hProperties = {}, hChildren = [] } = (node.data ?? {}) as Data
  if (hName === undefined || node.type === 'subequations') return undefined
  // In HTML, a formula may contain character references: `a &lt; b`.
  const children = hChildren.map((child) =>
    child.type === 'text' ? { ...child, value: decodeEntities(child.value) } : child,
  )
  return { type: 'element', tagName: hName, properties: hProperties, children }
}
