import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Code, Construct, State } from 'micromark-util-types'
import { codes, toCharacter } from './codes'

/**
 * A citation, or a reference to a theorem, figure or table, in Pandoc's syntax.
 *
 *     > | 见 [@courant1953, 第 3 节; @thm-x]。
 *           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * `[@name](url)` and `[@name]` with a link definition of that name remain links.
 */
export const citation: Construct = {
  name: 'citation',
  tokenize(effects, ok, nok) {
    const { parser } = this
    let read = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('citation')
      effects.enter('citationData')
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
      if (markdownLineEnding(code)) return lineEnd(code)
      effects.consume(code)
      return inside
    }

    /** micromark requires a separate token for each line. */
    function lineEnd(code: Code): State {
      effects.exit('citationData')
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }

    function lineStart(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return nok(code)
      effects.enter('citationData')
      return inside(code)
    }

    function after(code: Code): State | undefined {
      if (code === codes.leftBracket) return nok(code)
      return code === codes.leftParenthesis ? effects.check(resource, nok, close)(code) : close(code)
    }

    function close(code: Code): State | undefined {
      effects.exit('citationData')
      effects.exit('citation')
      return ok(code)
    }
  },
}

/**
 * The address of a link, with or without a title. Other text in parentheses is text.
 *
 *     > | [@name](https://example.org "title")
 *                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const resource: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let isRead = false
    let isAfterSpace = false
    return start

    function start(code: Code): State | undefined {
      effects.enter('data')
      effects.consume(code)
      return inside
    }

    function inside(code: Code): State | undefined {
      if (code === null) return nok(code)
      const isSpace = markdownLineEndingOrSpace(code)
      const isEnd = /[)"'(<]/.test(toCharacter(code))
      if (isEnd) {
        effects.exit('data')
        return ok(code)
      }
      if (markdownLineEnding(code) || (isRead && isAfterSpace && !isSpace)) return nok(code)
      isRead ||= !isSpace
      isAfterSpace = isSpace
      effects.consume(code)
      return inside
    }
  },
}

export interface CitationItem {
  key: string
  /** The part of the work that is cited: `第 3 节`. */
  locator?: string
}

/** Parse the text between the brackets. @returns undefined if it is not a citation */
export function readCitation(text: string): CitationItem[] | undefined {
  const items: CitationItem[] = []
  for (const part of text.split(/[;；]/)) {
    const match = /^@([^\s,，@]+)(?:\s*[,，]\s*([\s\S]+))?$/.exec(part.trim())
    if (!match?.[1]) return undefined
    items.push({ key: match[1], ...(match[2] && { locator: match[2].replace(/\s+/g, ' ') }) })
  }
  return items
}
