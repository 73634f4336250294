import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Code, Construct, State, Tokenizer } from 'micromark-util-types'
import type { CountBacktracking } from './backtracking'
import { codes, toCharacter } from './codes'
import { isEnvironmentName } from './environments'
import { createEndReader, type Opening } from './formula-end'

/** The delimiters of formulas on a site. Dollars and environments always are. */
export interface Delimiters {
  /** `\(…\)` and `\[…\]` are delimiters too. */
  brackets: boolean
}

/**
 * A formula in running text.
 *
 *     > | 设 $a_1 * b$ 与 $$c$$ 以及 \begin{align}…\end{align}
 *           ^^^^^^^^^^    ^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * Amounts of money are not formulas (Pandoc's rule): an opening `$` is not followed by space, a closing `$` is not preceded by
 * space nor followed by a digit. Two formulas may follow each other without space: `$a$$b$`.
 *
 * @param nested see `createEndReader`; try true first, then false
 */
export function formulaText(
  nested: boolean,
  { brackets }: Delimiters,
  countBacktracking: CountBacktracking,
): Construct {
  return {
    name: 'formulaText',
    previous(code) {
      if (code !== codes.dollar) return true
      const before = this.events.at(-1)?.[1].type
      return before === 'characterEscape' || before === 'mathText'
    },
    tokenize: tokenizeFormula(nested, brackets, countBacktracking),
  }
}

function tokenizeFormula(
  nested: boolean,
  brackets: boolean,
  countBacktracking: CountBacktracking,
): Tokenizer {
  return function (effects, ok, nok) {
    const { parser, now } = this
    let length = 0
    let opening: Opening
    let isEnd: (character: string) => boolean
    let before = ''
    let blank = true
    const open: Construct = {
      partial: true,
      tokenize: tokenizeOpening(brackets, (found) => {
        opening = found
        isEnd = createEndReader(found, nested)
      }),
    }
    return start

    /**
     *     > | $x$
     *         ^
     */
    function start(code: Code): State | undefined {
      effects.enter('mathText')
      effects.enter('mathTextData')
      return effects.attempt(open, inside, nok)(code)
    }

    /**
     *     > | $a b$
     *          ^^^
     */
    function inside(code: Code): State | undefined {
      if (code === null) return giveUp(code)
      length++
      const character = toCharacter(code)
      const end = isEnd(character)
      if (end && opening === '$' && /\s/.test(before)) return nok(code)
      before = character
      if (!/[\s$]/.test(character)) blank = false
      if (markdownLineEnding(code)) return lineEnd(code)
      effects.consume(code)
      return end ? after : inside
    }

    /** Each line is a separate token, because `> ` between two lines of a quote is not part of the formula. */
    function lineEnd(code: Code): State {
      effects.exit('mathTextData')
      return blankLine(code)
    }

    function blankLine(code: Code): State {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }

    function lineStart(code: Code): State | undefined {
      if (code === null) return giveUp(code)
      if (markdownLineEnding(code)) {
        isEnd('\n')
        return blankLine(code)
      }
      effects.enter('mathTextData')
      return inside(code)
    }

    /**
     *     > | $x$ 元
     *            ^
     */
    function after(code: Code): State | undefined {
      if (blank) return nok(code)
      if (opening === '$' && code === codes.dollar) return effects.check(nextFormula, close, nok)(code)
      if (opening === '$' && code !== null && /\d/.test(toCharacter(code))) return nok(code)
      return close(code)
    }

    function close(code: Code): State | undefined {
      effects.exit('mathTextData')
      effects.exit('mathText')
      return ok(code)
    }

    function giveUp(code: Code): State | undefined {
      countBacktracking(parser, length, now)
      return nok(code)
    }
  }
}

/** The opening delimiter of a formula. @param done receives it */
function tokenizeOpening(brackets: boolean, done: (opening: Opening) => void): Tokenizer {
  return (effects, ok, nok) => {
    let opened = ''
    return start

    function start(code: Code): State | undefined {
      return code === codes.dollar ? dollars(code) : command(code)
    }

    /**
     *     > | $$x$$
     *         ^^
     */
    function dollars(code: Code): State | undefined {
      if (code === codes.dollar) {
        opened += '$'
        effects.consume(code)
        return dollars
      }
      if (opened.length > 2) return nok(code)
      if (opened === '$' && (code === null || markdownLineEndingOrSpace(code))) return nok(code)
      done(opened as Opening)
      return ok(code)
    }

    /**
     *     > | \begin{align}a\end{align}
     *         ^^^^^^^^^^^^^
     */
    function command(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return nok(code)
      opened += toCharacter(code)
      const isPrefix = '\\begin{'.startsWith(opened) || /^\\begin\{[a-zA-Z]+\*?\}?$/.test(opened)
      const isBracket = brackets && (opened === '\\[' || opened === '\\(')
      if (!isPrefix && !isBracket) return nok(code)
      effects.consume(code)
      if (!isBracket && !opened.endsWith('}')) return command
      const environment = opened.slice('\\begin{'.length, -1)
      if (!isBracket && !isEnvironmentName(environment)) return nok
      done(isBracket ? (opened as Opening) : { environment })
      return ok
    }
  }
}

/** The start of a formula that directly follows another one. */
const nextFormula: Construct = { tokenize: tokenizeNextFormula, partial: true }

function tokenizeNextFormula(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let dollars = 0
  return start

  /**
   *     > | $a$$b$
   *            ^^
   *     > | $a$$$b$$
   *            ^^^
   */
  function start(code: Code): State | undefined {
    if (code === codes.dollar) {
      dollars++
      effects.consume(code)
      return start
    }
    if (code === null || dollars > 2) return nok(code)
    return dollars === 1 && markdownLineEndingOrSpace(code) ? nok(code) : ok(code)
  }
}
