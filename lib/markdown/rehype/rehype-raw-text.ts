import type { Element, Nodes, Root, Text } from 'hast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { problemsEach } from '../problems/limits'
import { report } from '../problems/problem'
import { isPrice } from '../syntax/price'
import { isKnownCommand } from '../tex/katex/known-command'
import { pointAt } from '../tex/source-position'

/** Elements whose text is not TeX. */
const literal = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style', 'math', 'svg', 'textarea'])

/** Elements in which one problem explains the text after it. */
const blocks =
  /^(?:p|h[1-6]|li|td|th|dt|dd|div|figcaption|summary|caption|section|article|blockquote|center|main|aside)$/

/** Problems that explain why TeX is printed as it is: after them in their block, or on their line. */
const ofBlock = new Set(['dollar', 'limit', 'syntax', 'unclosed'])
const ofLine = new Set(['dialect', 'mdx-expression', 'tex'])

/**
 * Report TeX that readers would see as the author wrote it, if nothing has reported it yet: dollars that open no formula, and
 * commands outside of formulas. It is the last check, of the text that is printed: it finds those in titles and HTML too. Use it
 * after formulas and references have been found.
 */
export function rehypeRawText() {
  return (tree: Root, file: VFile): void => {
    if (!/[\\$＄]/.test(String(file))) return
    checkNode(tree, tree, file)
  }
}

/** @param block the innermost block around the node */
function checkNode(node: Nodes, block: Nodes, file: VFile): void {
  if (node.type === 'text') {
    if (/\\[a-zA-Z]{2}|[$＄]/.test(node.value)) checkText(node, block, file)
    return
  }
  if (!('children' in node)) return
  const isElement = node.type === 'element'
  if (isElement && (node.data?.equation || literal.has(node.tagName) || isReference(node))) return
  const inner = isElement && blocks.test(node.tagName) ? node : block
  for (const child of node.children) checkNode(child, inner, file)
}

function isReference({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('reference')
}

/** Report the first piece of each line. The source of a title contains more lines than the title. */
function checkText(text: Text, block: Nodes, file: VFile): void {
  const raw = new Set(findRaw(text.value))
  let lines = raw.size === 0 ? 0 : text.value.split('\n').length
  let line = 0
  for (const [found, place] of placesOf(text, raw, file)) {
    if (lines === 0 || (file.data.problems?.length ?? 0) > problemsEach) return
    if (place.line === line) continue
    line = place.line
    lines--
    if (!isExplained(place, block, file)) reportRaw(found, place, file)
  }
}

function reportRaw(found: string, place: Point, file: VFile): void {
  const isDollar = !found.startsWith('\\')
  report(file, place, {
    rule: isDollar ? 'dollar' : 'tex',
    severity: 'warning',
    message: isDollar
      ? translate`Found ${found} that opens no formula.`
      : translate`Found the command ${found} outside of a formula; readers would see it.`,
    hint: isDollar
      ? translate`Close the formula, without spaces inside the dollars. Write \\$ for a dollar sign.`
      : translate`Put the formula between dollars: $…$. Put text in backquotes to show it as it is.`,
  })
}

/** The dollars and commands in a text that look like TeX. Prices and paths of Windows do not. */
function* findRaw(text: string): Generator<string> {
  const prose = text.replace(/[A-Za-z]:\\[\w.\\-]*/g, (path) => ' '.repeat(path.length))
  for (const { index, 0: found } of prose.matchAll(/\$+|＄|\\[a-zA-Z]{2,}/g)) {
    const isRaw = found.startsWith('\\')
      ? /[{_^]/.test(prose.charAt(index + found.length)) || isKnownCommand(found)
      : !isPrice(text, index)
    if (isRaw) yield found
  }
}

/** The places in the file of pieces of a text, except where the author escaped them. */
function* placesOf(
  { position }: Text,
  pieces: ReadonlySet<string>,
  file: VFile,
): Generator<[piece: string, place: Point]> {
  // The HTML parser sets only one end of the position of some texts, against its type.
  const { start, end }: Partial<NonNullable<Text['position']>> = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined || pieces.size === 0) return
  const source = String(file).slice(start.offset, end.offset)
  for (const { index, 0: piece } of source.matchAll(/\$+|＄|\\[a-zA-Z]+|\\[\s\S]/g)) {
    if (!pieces.has(piece) || (piece === '$' && isPrice(source, index))) continue
    const place = pointAt(file, start.offset + index)
    if (place) yield [piece, place]
  }
}

/** Does a problem in the same block, not after the place, explain it? */
function isExplained(place: Point, block: Nodes, file: VFile): boolean {
  const start = block.type === 'root' ? undefined : block.position?.start
  // The title of a statement is printed in its first paragraph, which starts later.
  const first = start && isBefore(start, place) ? start : place
  return (file.data.problems ?? []).some(
    (problem) =>
      (ofBlock.has(problem.rule) || (ofLine.has(problem.rule) && problem.line === place.line)) &&
      !isBefore(problem, first) &&
      !isBefore(place, problem),
  )
}

function isBefore(a: { line: number; column: number }, b: { line: number; column: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column)
}
