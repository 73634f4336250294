import { translate } from '../../../site/messages/translate.mjs'
import { readGroup } from '../tokens'
import type { FormulaWarning } from './warnings'

/**
 * Find `\color{red}{x}` before other TeX: it colours all that follows in the group, in LaTeX too, but MathJax 2 coloured only
 * the next group.
 */
export function checkColour(source: string): FormulaWarning[] {
  if (!source.includes('\\color')) return []
  return [...source.matchAll(/\\color(?![a-zA-Z])\s*(\{[^{}]*\})/g)].flatMap(
    ({ index, 0: command, 1: colour }) => {
      const group = readGroup(source, index + command.length)
      if (group === undefined) return []
      const rest = source.slice(index + command.length + group.length)
      if (/^\s*(?:\}|$|\\end(?![a-zA-Z])|&|\\\\|\\right(?![a-zA-Z]))/.test(rest)) return []
      return [
        {
          rule: 'formula',
          message: translate`\\color${colour} colours all that follows in its group, not only ${shorten(group.trim())}.`,
          hint: translate`Write \\textcolor${colour}${shorten(group.trim())} to colour only that.`,
          offset: index,
        },
      ]
    },
  )
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text
}
