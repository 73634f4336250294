import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Code, Construct, State } from 'micromark-util-types'
import { codes, toCharacter } from './codes'

/**
 * A citation, or a reference to a theorem, figure or table, as in Pandoc.
 *
 *     > | 见 [@courant1953, 第 3 节; @thm-x]。
 *           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * `[@name](address)` and `[@name]` with a definition of that name stay links.
 */
export const citation: Construct = {
  name: 'citation',
  tokenize(effects, ok, nok) {
    const { parser } = this
    let read = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('citation')
      effects.consume(code)
      return inside
    }

    function inside(code: Code): State | undefined {
      if (code === null || code === codes.leftBracket) return nok(code)
      if (code === codes.rightBracket) {
        if (!readCitation(read) || parser.defined.includes(normalizeIdentifier(read))) return nok(code)
        effects.consume(code)
        return after
      }
      read += toCharacter(code)
      if (!read.startsWith('@')) return nok(code)
      effects.consume(code)
      return inside
    }

    function after(code: Code): State | undefined {
      if (code !== null && (toCharacter(code) === '(' || code === codes.leftBracket)) return nok(code)
      effects.exit('citation')
      return ok(code)
    }
  },
}

export interface CitationItem {
  key: string
  /** Where in the cited work: `第 3 节`. */
  locator?: string
}

/** Read what stands between the brackets; undefined where it is no citation. */
export function readCitation(text: string): CitationItem[] | undefined {
  const items: CitationItem[] = []
  for (const part of text.split(/[;；]/)) {
    const match = /^\s*@([^\s,，@]+)(?:\s*[,，]\s*([\s\S]+?))?\s*$/.exec(part)
    if (!match?.[1]) return undefined
    items.push({ key: match[1], ...(match[2] && { locator: match[2].replace(/\s+/g, ' ') }) })
  }
  return items
}
