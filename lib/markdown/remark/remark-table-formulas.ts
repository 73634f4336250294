import type { Root } from 'mdast'
import type { Processor } from 'unified'
import { unclosedLength } from '../problems/limits'
import { codeSpanLength, formulaLength } from '../syntax/inline-length'

/** Replaces a pipe inside a formula while the file is parsed. A private-use character. */
const hiddenPipe = '\uE002'

/** The second row of a table. It may match other lines too: hidden pipes are restored in any text. */
const delimiterRow = /^[ \t>]*[|:-][|:\- \t]*$/

/**
 * GFM splits a row at every pipe, also inside formulas. Hide these pipes from the parser, and restore them in the tree. Each is
 * replaced by one character, so that every position remains correct.
 *
 *     | $|x|$ | 3 |   →   two cells, `|x|` and 3
 */
export function remarkTableFormulas(this: Processor): void {
  const { parser } = this
  if (!parser) throw new Error('remarkTableFormulas must come after remarkParse.')
  this.parser = (text, file) => {
    const hidden = hideInTables(text)
    const tree = parser(hidden, file) as Root
    return hidden === text ? tree : restore(tree)
  }
}

function hideInTables(text: string): string {
  if (!text.includes('|') || !text.includes('$') || text.includes(hiddenPipe)) return text
  const lines = text.split('\n')
  const hide = createHider()
  for (let index = 1; index < lines.length; index++) {
    if (!isDelimiterRow(lines[index] ?? '')) continue
    lines[index - 1] = hide(lines[index - 1] ?? '')
    for (index++; /[^\s>]/.test(lines[index] ?? ''); index++) lines[index] = hide(lines[index] ?? '')
  }
  return lines.join('\n')
}

function isDelimiterRow(line: string): boolean {
  return line.includes('-') && delimiterRow.test(line)
}

/** Create a function that hides the pipes in the formulas of a line. */
function createHider(): (line: string) => string {
  /** Characters that were searched for the end of a formula that has none. The parser reports too many (`backtracking.ts`). */
  let unclosed = 0
  return (line) => {
    if (!line.includes('$') || !line.includes('|')) return line
    let hidden = ''
    let index = 0
    while (index < line.length) {
      const rest = line.slice(index)
      const formula = rest.startsWith('$') && unclosed < unclosedLength ? formulaLength(rest) : 0
      if (formula === undefined) unclosed += rest.length
      const length = formula || (rest.startsWith('\\') ? 2 : rest.startsWith('`') ? codeSpanLength(rest) : 1)
      const piece = rest.slice(0, length)
      hidden += formula ? piece.replaceAll('|', hiddenPipe) : piece
      index += length
    }
    return hidden
  }
}

/** Restore the pipes in all texts of a tree: values, URLs, titles, attributes. */
function restore<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll(hiddenPipe, '|') as T
  if (typeof value !== 'object' || value === null) return value
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'position') (value as Record<string, unknown>)[key] = restore(inner)
  }
  return value
}
