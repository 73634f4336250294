import type { Nodes, Parents } from 'mdast'

/** A run of dollars in the source of a paragraph, a heading or a table cell. */
export interface Dollars {
  /** Offset in the file. */
  start: number
  end: number
  /** They delimit no formula: readers see them. */
  isText: boolean
}

interface Range {
  start: number
  end: number
}

/**
 * List the dollars of a block in order: those that are text, and the delimiters of its formulas. Escaped dollars, and those in
 * code, HTML and URLs, are not listed. The nodes of text are not used, because some have no position.
 */
export function listDollars(block: Parents, source: string): Dollars[] {
  const range = rangeOf(block)
  if (!range) return []
  const { formulas, hidden } = listRanges(block)
  const found = formulas.flatMap(({ start, end }): Dollars[] => [
    { start, end: start + 1, isText: false },
    { start: end - 1, end, isText: false },
  ])
  const masked = [...formulas, ...hidden].sort((a, b) => a.start - b.start)
  let index = range.start
  for (const mask of [...masked, { start: range.end, end: range.end }]) {
    for (const match of source.slice(index, mask.start).matchAll(/\\[\s\S]|\$+|＄/g)) {
      const start = index + match.index
      if (!match[0].startsWith('\\')) found.push({ start, end: start + match[0].length, isText: true })
    }
    index = Math.max(index, mask.end)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The ranges of the formulas in a block, and of what else is not its text. */
function listRanges(block: Parents): { formulas: Range[]; hidden: Range[] } {
  const formulas: Range[] = []
  const hidden: Range[] = []
  const collect = (node: Nodes): void => {
    const range = rangeOf(node)
    if (!('children' in node)) {
      if (range && node.type === 'inlineMath') formulas.push(range)
      else if (range && node.type !== 'text') hidden.push(range)
      return
    }
    for (const child of node.children) collect(child)
    if (range && node !== block) hidden.push(...marksOf(node, range))
  }
  collect(block)
  return { formulas, hidden }
}

/** What a node contains before its first child and after its last one: `](url)`, attributes. */
function marksOf({ children }: Parents, { start, end }: Range): Range[] {
  const first = children[0] && rangeOf(children[0])
  const last = children.at(-1)
  const lastRange = last && rangeOf(last)
  return [
    ...(first ? [{ start, end: first.start }] : []),
    ...(lastRange ? [{ start: lastRange.end, end }] : []),
  ]
}

function rangeOf({ position }: Nodes): Range | undefined {
  const { start, end } = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  return { start: start.offset, end: end.offset }
}
