import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State, Token, Tokenizer } from 'micromark-util-types'
import { toCharacter } from './codes'
import { environments } from './environments'
import { createEndReader } from './formula-end'
import type { Delimiters } from './formula-text'
import { codeSpanLength, formulaLength } from './inline-length'

/**
 * Lines that a displayed formula holds together: nothing in them starts a list, a quote, a heading or a component.
 * It makes a paragraph, whose text `formulaText` reads.
 *
 *     > | 于是 $$
 *         ^^^^^
 *     > | - a
 *         ^^^     no list
 *     > | $$ 得证
 *         ^^^^^
 *
 * A blank line ends a formula between dollars, as in TeX, unless the dollars stand alone on their line, as fences.
 * In an environment TeX does not tolerate one either; that is reported later, with its place, rather than the
 * environment taken for text.
 */
export function displayLines(delimiters: Delimiters): Construct {
  return { name: 'displayLines', concrete: true, tokenize: tokenizeLines(delimiters, false) }
}

/**
 * The same for an inline formula that goes on over a line: no line of it is a heading, an expression or a component.
 * A dollar may be money after all, so here lists and quotes still begin where they begin.
 */
export function inlineLines(delimiters: Delimiters): Construct {
  return { name: 'inlineLines', tokenize: tokenizeLines(delimiters, true) }
}

/** A formula that is open at the end of a line. */
interface Open {
  isEnd: (character: string) => boolean
  toleratesBlankLines: boolean
}

function tokenizeLines(delimiters: Delimiters, inline: boolean): Tokenizer {
  return function (effects, ok, nok) {
    const { parser, now } = this
    let line = ''
    let open: Open | undefined
    let previous: Token | undefined
    return start

    function start(code: Code): State | undefined {
      effects.enter('paragraph')
      return lineStart(code)
    }

    function lineStart(code: Code): State | undefined {
      line = ''
      const token = effects.enter('chunkText', { contentType: 'text', ...(previous && { previous }) })
      if (previous) previous.next = token
      previous = token
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return lineEnd(code)
      line += toCharacter(code)
      effects.consume(code)
      return inside
    }

    function lineEnd(code: Code): State | undefined {
      if (open && line.trim() === '' && !open.toleratesBlankLines) return nok(code)
      const isFirst = previous?.previous === undefined
      open = readLine(line, open, delimiters, inline)
      if (!open) {
        if (isFirst) return nok(code)
        effects.exit('chunkText')
        effects.exit('paragraph')
        return ok(code)
      }
      if (code === null) return nok(code)
      effects.consume(code)
      effects.exit('chunkText')
      return nextLine
    }

    function nextLine(code: Code): State | undefined {
      return parser.lazy[now().line] ? nok(code) : lineStart(code)
    }
  }
}

/** What may open a formula, or keep one from opening. */
const opener = /[\\$`]/g

/** The formula that is open after a line, given the one that was open before it. */
function readLine(
  line: string,
  before: Open | undefined,
  { brackets }: Delimiters,
  inline: boolean,
): Open | undefined {
  let open = before
  let index = 0
  while (index < line.length) {
    if (open) {
      if (open.isEnd(line.charAt(index))) open = undefined
      index += 1
      continue
    }
    opener.lastIndex = index
    const next = opener.exec(line)
    if (!next) break
    index = next.index
    const rest = line.slice(index)
    const environment = /^\\begin\{([a-zA-Z]+\*?)\}/.exec(rest)
    const run = /^(`+|\$+)/.exec(rest)?.[0]
    if (environment?.[1] && environments.has(environment[1])) {
      open = { isEnd: createEndReader({ environment: environment[1] }, true), toleratesBlankLines: true }
      index += environment[0].length
    } else if (brackets && rest.startsWith('\\[')) {
      open = { isEnd: createEndReader('\\[', true), toleratesBlankLines: false }
      index += 2
    } else if (rest.startsWith('\\')) {
      index += 2
    } else if (run === '$$') {
      open = { isEnd: createEndReader('$$', true), toleratesBlankLines: line.trim() === '$$' }
      index += 2
    } else if (run === '$') {
      const length = formulaLength(rest)
      if (length === undefined && inline)
        open = { isEnd: createEndReader('$', true), toleratesBlankLines: false }
      index += length ?? 1
    } else if (run?.startsWith('`')) {
      index += codeSpanLength(rest)
    } else {
      index += run?.length ?? 1
    }
  }
  open?.isEnd('\n')
  return open
}
