import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import { pointAt } from '../tex/source-position'
import { visit } from '../tree/visit'

/** An escape in a formula. */
export interface Escape {
  index: number
  found: string
  /** What the author means. */
  meant: string
  /** What TeX reads. */
  reads: string
}

/** Arguments that are text or names, and comments: escapes in them are correct. */
const names =
  /\\(?:text[a-z]*|mbox|[hf]box|math(?:rm|tt|sf|it|bf|normal)|operatorname\*?|tag\*?|label|(?:eq)?ref|href|url|ce|pu)\s*\{(?:[^{}]|\{[^{}]*\})*\}|(?<!\\)%[^\n]*/g

const mayBeEscape = /\\[_*^~'&]|\\\\[{}a-zA-Z,;:!|%#\\]|&(?:lt|gt|amp);/

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/**
 * Report escapes that other engines need in formulas, because they read formulas as Markdown or HTML first. Here KaTeX gets
 * them as they are, and prints something else.
 *
 *     x\_{i}      an underscore
 *     \\{1,2\\}   line breaks
 *     a &lt; b    a column, then lt;
 */
export function remarkEscapes() {
  return (tree: Root, file: VFile): void => {
    const source = String(file)
    if (!mayBeEscape.test(source)) return
    visit(tree, (node) => {
      if (node.type !== 'inlineMath' && node.type !== 'math') return
      const start = node.position?.start.offset
      if (start === undefined || !mayBeEscape.test(node.value)) return
      const tex = source.slice(start, node.position?.end.offset)
      for (const { index, found, meant, reads } of findEscapes(tex)) {
        const place = start + index
        report(file, pointAt(file, place), {
          rule: 'escape',
          severity: 'warning',
          message: translate`Found ${found} in a formula, which is ${reads}.`,
          hint: translate`Write ${meant}: nothing in a formula has to be escaped from Markdown.`,
          fix: { start: place, end: place + found.length, text: meant, found },
        })
      }
    })
  }
}

/** Find escapes of other engines in a formula with its dollars. */
export function findEscapes(tex: string): Escape[] {
  const bare = tex.replace(names, (text) => ' '.repeat(text.length))
  const isInline = /^\$[^$]/.test(bare)
  const hasRows = /\\(?:begin|substack|atop|cr)\b/.test(bare)
  const hasBraces = /\\\\\{/.test(bare) && /\\\\\}/.test(bare)
  const rows = [...bare.matchAll(/(?<!\\)(?:\\\\)+(?=[\s&$]|\\end|$)/g)]
  const doublesRows = rows.length > 0 && rows.every(([breaks]) => breaks.length === 4)
  const doublesCommands = isInline ? !hasRows : !/(?<!\\)\\[a-zA-Z]{2}/.test(bare)
  return [...bare.matchAll(/&(?:lt|gt|amp);|\\\\\\\\|\\\\|\\[^a-zA-Z\s]/g)].flatMap(({ index, 0: found }) => {
    const before = bare.slice(Math.max(0, index - 30), index)
    const after = bare.slice(index + found.length, index + found.length + 30)
    const asEscape = (meant: string, reads: string): Escape[] => [{ index, found, meant, reads }]
    if (entities[found]) return asEscape(entities[found], translate`HTML, not TeX`)
    if (found === '\\\\\\\\') return doublesRows ? asEscape('\\\\', translate`two line breaks`) : []
    if (found === '\\\\') {
      const isDoubled =
        (hasBraces && /^[{}]/.test(after)) ||
        (doublesCommands && /^[a-zA-Z]{2}/.test(after)) ||
        (isInline && !hasRows && /^[,;:!|%#]/.test(after))
      return isDoubled ? asEscape('\\', translate`a line break`) : []
    }
    if (found === '\\_' && isSubscript(before, after))
      return asEscape('_', translate`an underscore, not a subscript`)
    if (found === '\\*') return asEscape('*', translate`not a command of TeX`)
    if (/^\\[\^~']$/.test(found)) return asEscape(found.slice(1), translate`an accent`)
    if (found === '\\&' && /^\s*=/.test(after)) return asEscape('&', translate`the character &, not a column`)
    return []
  })
}

/** Is an escaped underscore meant as a subscript, `x\_i` or `x\_{i}`, and not as part of a name, `max\_len`? */
function isSubscript(before: string, after: string): boolean {
  if (after.startsWith('{')) return true
  const isName = /(?<![\\a-zA-Z])[a-zA-Z]{2,}$/.test(before)
  return !isName && /[\w)}\]'|]$/.test(before) && /^(?:\\[a-zA-Z]|[a-zA-Z](?![a-zA-Z])|\d)/.test(after)
}
