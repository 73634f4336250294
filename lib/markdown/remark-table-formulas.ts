import type { Paragraph, Root, Table } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import type { Processor } from 'unified'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { codeSpanLength, formulaLength } from './syntax/inline-length'
import { visit } from './visit'

/** Stands for a pipe inside a formula while a table is read again. A private-use character. */
const pipe = '\uE002'

/**
 * GFM parts a row at every pipe before it looks at formulas. A table whose formulas hold pipes is read again with
 * those out of the way.
 *
 *     | $|x|$ | 3 |   →   two cells, `|x|` and 3
 */
export function remarkTableFormulas(this: Processor) {
  const parse = (markdown: string): Root => this.parse(markdown) as Root
  return (tree: Root, file: VFile): void => {
    const source = String(file)
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined || (node.type !== 'table' && node.type !== 'paragraph')) return
      const lines = node.type === 'table' ? tableLines(node, source) : paragraphLines(node, source)
      const hidden = lines.map(hidePipes)
      if (!hidden.some((line) => line.includes(pipe))) return
      const [table] = parse(hidden.join('\n')).children
      if (table?.type !== 'table') return
      visit(table, (inner: Node) => {
        movePosition(inner, node)
        if (inner.type === 'inlineMath') showPipes(inner as InlineMath)
      })
      parent.children[index] = table
    })
  }
}

function tableLines({ children, align }: Table, source: string): string[] {
  const [head = '', ...body] = children.map(({ position }) =>
    source.slice(position?.start.offset, position?.end.offset),
  )
  const marks = { left: ':--', right: '--:', center: ':-:' }
  const delimiter = (align ?? []).map((side) => (side ? marks[side] : '---')).join('|')
  return [head, `|${delimiter}|`, ...body]
}

/** Where the pipes stand in the head, GFM counts too many columns there, and sees no table at all. */
function paragraphLines({ position }: Paragraph, source: string): string[] {
  // In a quote or a list the source has marks of its own before each line.
  if (position?.start.column !== 1) return []
  const lines = source.slice(position.start.offset, position.end.offset).split(/\r?\n/)
  return /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(\||$)/.test(lines[1] ?? '') ? lines : []
}

function hidePipes(line: string): string {
  let hidden = ''
  let index = 0
  while (index < line.length) {
    const rest = line.slice(index)
    const formula = rest.startsWith('$') ? (formulaLength(rest) ?? 1) : 0
    const length = formula || (rest.startsWith('\\') ? 2 : rest.startsWith('`') ? codeSpanLength(rest) : 1)
    const piece = rest.slice(0, length)
    hidden += formula ? piece.replaceAll('|', pipe) : piece
    index += length
  }
  return hidden
}

function showPipes(formula: InlineMath): void {
  formula.value = formula.value.replaceAll(pipe, '|')
  formula.data = { ...formula.data, hChildren: [{ type: 'text', value: formula.value }] }
}

/** From a place in the table to a place in the file: right where the table starts its lines, else near. */
function movePosition(node: Node, { position }: Table | Paragraph): void {
  if (!node.position || !position) return
  for (const point of [node.position.start, node.position.end]) {
    point.line += position.start.line - 1
    point.column += position.start.column - 1
    if (point.offset !== undefined) point.offset += position.start.offset ?? 0
  }
}
