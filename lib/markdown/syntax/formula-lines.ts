import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State, Token, Tokenizer } from 'micromark-util-types'
import type { CountBacktracking } from './backtracking'
import { toCharacter } from './codes'
import { isEnvironmentName } from './environments'
import { createEndReader, type Opening } from './formula-end'
import type { Delimiters } from './formula-text'
import { closesFormula, codeSpanLength, formulaLength } from './inline-length'

/**
 * Lines that contain a displayed formula: they start no list, quote, heading or component. They become a paragraph, whose
 * text `formulaText` reads.
 *
 *     > | 于是 $$
 *         ^^^^^
 *     > | - a
 *         ^^^     not a list
 *     > | $$ 得证
 *         ^^^^^
 *
 * As in TeX, a blank line ends a formula between dollars, unless the dollars are alone on their line, as fences. TeX allows
 * no blank line in an environment either: `rehypeNumbers` reports it with its position, and the environment remains a
 * formula. If prose, a heading or code follows the blank line, the fence or environment was never closed (`isOutside`).
 *
 * Dashes on the line after a display are a thematic break, as after a fenced block.
 */
export function displayLines(delimiters: Delimiters, countBacktracking: CountBacktracking): Construct {
  return {
    name: 'displayLines',
    concrete: true,
    tokenize: tokenizeLines(delimiters, false, countBacktracking),
  }
}

/**
 * Lines that contain an inline formula with a line break: they start no heading, expression or component. Because a dollar
 * may be an amount of money, they can be interrupted by a list or a quote, and an underline of dashes or equals signs
 * makes them a heading.
 */
export function inlineLines(delimiters: Delimiters, countBacktracking: CountBacktracking): Construct {
  return { name: 'inlineLines', tokenize: tokenizeLines(delimiters, true, countBacktracking) }
}

/** A formula that is open at the end of a line. */
interface OpenFormula {
  isEnd: (character: string) => boolean
  allowsBlankLines: boolean
  /** It is between dollars that are alone on their line. */
  isFence: boolean
  hasBlankLine: boolean
  /** A line of it is a sentence: if a blank line follows, its dollars close another formula. */
  hasSentence: boolean
  /** It is between single dollars. */
  isInline: boolean
  /** It contains nothing but space so far. */
  isBlank: boolean
}

function tokenizeLines(
  delimiters: Delimiters,
  inline: boolean,
  countBacktracking: CountBacktracking,
): Tokenizer {
  // micromark's construct for underlined headings looks for a paragraph inside `content`, and throws if it finds one
  // outside. A display is in a token with another name, so that it cannot be underlined.
  const outer = inline ? 'content' : 'displayLines'
  return function (effects, ok, nok) {
    const { parser, now, interrupt } = this
    let line = ''
    let open: OpenFormula | undefined
    let previous: Token | undefined
    /** Characters since the start. */
    let length = 0
    return start

    function start(code: Code): State | undefined {
      // A lazy line continues the paragraph of a quote or a list item; `formulaText` reads its formulas.
      if (interrupt && parser.lazy[now().line]) return nok(code)
      effects.enter(outer)
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
      length += line.length
      if (open && isOutside(line, open)) return giveUp(code)
      const isFirst = previous?.previous === undefined
      const read = readLine(line, open, delimiters, inline, (characters) =>
        countBacktracking(parser, characters, now),
      )
      if (read === 'no formula') return giveUp(code)
      open = read
      if (!open) {
        if (isFirst) return nok(code)
        effects.exit('chunkText')
        effects.exit('paragraph')
        effects.exit(outer)
        return ok(code)
      }
      if (code === null) return giveUp(code)
      effects.consume(code)
      effects.exit('chunkText')
      return nextLine
    }

    function nextLine(code: Code): State | undefined {
      return parser.lazy[now().line] ? giveUp(code) : lineStart(code)
    }

    function giveUp(code: Code): State | undefined {
      countBacktracking(parser, length, now)
      return nok(code)
    }
  }
}

function createOpenFormula(
  opening: Opening,
  { allowsBlankLines = false, isFence = false }: Partial<OpenFormula> = {},
): OpenFormula {
  return {
    isEnd: createEndReader(opening, true),
    allowsBlankLines,
    isFence,
    hasBlankLine: false,
    hasSentence: false,
    isInline: opening === '$',
    isBlank: true,
  }
}

const headingOrCode = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3}|~{3}|<!--)/

/** A line of prose, a quote or an item of a list. Prose starts with a Han character or with three words. */
const prose =
  /^[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]|[*_“「（《\\$]*\p{Script=Han}|[A-Za-z][a-z]+,?(?: [a-z]+,?){2})/u

const sentence = /^[ \t]*[“「（《]*\p{Script=Han}.*[，。；：！？]/u

/**
 * Does a line show that a formula was not closed before it?
 *
 *     > | $$
 *     > | x
 *     > | ## Next section
 *         ^^^^^^^^^^^^^^^
 */
function isOutside(line: string, open: OpenFormula): boolean {
  if (line.trim() === '') {
    open.hasBlankLine = true
    return open.hasSentence || !open.allowsBlankLines
  }
  open.hasSentence ||= sentence.test(line)
  if ((open.isFence || open.hasBlankLine) && headingOrCode.test(line)) return true
  return open.hasBlankLine && prose.test(line)
}

/** Characters that may open a formula, or prevent it: an escape or a code span. */
const opener = /[\\$`]/g

/**
 * Find the formula that is open after a line. `no formula` if the one that is open before it is text, because its closing
 * dollar is next to a space or a digit.
 *
 * @param before the formula that is open before it
 * @param onUnclosed receives the number of characters that were searched if a formula or code span is not closed in the line
 */
function readLine(
  line: string,
  before: OpenFormula | undefined,
  { brackets }: Delimiters,
  inline: boolean,
  onUnclosed: (characters: number) => void,
): OpenFormula | 'no formula' | undefined {
  let open = before
  let index = 0
  while (index < line.length) {
    if (open) {
      const character = line.charAt(index)
      if (open.isEnd(character)) {
        if (open.isBlank || (open.isInline && !closesFormula(line, index))) return 'no formula'
        open = undefined
      } else if (open.isBlank && !/[\s$]/.test(character)) open.isBlank = false
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
    if (environment?.[1] && isEnvironmentName(environment[1])) {
      open = createOpenFormula({ environment: environment[1] }, { allowsBlankLines: true })
      index += environment[0].length
    } else if (brackets && rest.startsWith('\\[')) {
      open = createOpenFormula('\\[')
      index += 2
    } else if (rest.startsWith('\\')) {
      index += 2
    } else if (run === '$$') {
      const isFence = line.trim() === '$$'
      open = createOpenFormula('$$', { allowsBlankLines: isFence, isFence })
      index += 2
    } else if (run === '$') {
      const length = formulaLength(rest)
      if (length === undefined) onUnclosed(rest.length)
      if (length === undefined && inline) open = createOpenFormula('$')
      index += length ?? 1
    } else if (run?.startsWith('`')) {
      const length = codeSpanLength(rest)
      if (length === run.length) onUnclosed(rest.length)
      index += length
    } else {
      index += run?.length ?? 1
    }
  }
  open?.isEnd('\n')
  return open
}
