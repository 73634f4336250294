import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Code, Construct, State, Tokenizer } from 'micromark-util-types'
import { codes, toCharacter } from './codes'
import { environments } from './environments'
import { createEndReader, type Opening } from './formula-end'

/** The delimiters of a site: dollars and environments always, `\(…\)` and `\[…\]` where the author wants them. */
export interface Delimiters {
  brackets: boolean
}

/**
 * A formula in running text.
 *
 *     > | 设 $a_1 * b$ 与 $$c$$ 以及 \begin{align}…\end{align}
 *           ^^^^^^^^^^    ^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * Money is no formula (Pandoc's rule): an opening `$` is not followed by space, a closing `$` is not preceded by
 * space nor followed by a digit.
 *
 * @param nested see `createEndReader`: tried with true first, then with false
 */
export function formulaText(nested: boolean, { brackets }: Delimiters): Construct {
  return {
    name: 'formulaText',
    previous(code) {
      return code !== codes.dollar || this.events.at(-1)?.[1].type === 'characterEscape'
    },
    tokenize: tokenizeFormula(nested, brackets),
  }
}

function tokenizeFormula(nested: boolean, brackets: boolean): Tokenizer {
  return (effects, ok, nok) => {
    let opened = ''
    let opening: Opening
    let isEnd: (character: string) => boolean
    let before = ''
    let blank = true
    return start

    /**
     *     > | $x$
     *         ^
     */
    function start(code: Code): State | undefined {
      effects.enter('mathText')
      effects.enter('mathTextData')
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
      return open(opened as Opening)(code)
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
      if (isBracket) return open(opened as Opening)
      if (!opened.endsWith('}')) return command
      const environment = opened.slice('\\begin{'.length, -1)
      return environments.has(environment) ? open({ environment }) : nok
    }

    function open(found: Opening): State {
      opening = found
      isEnd = createEndReader(opening, nested)
      return inside
    }

    /**
     *     > | $a b$
     *          ^^^
     */
    function inside(code: Code): State | undefined {
      if (code === null) return nok(code)
      const character = toCharacter(code)
      const end = isEnd(character)
      if (end && opening === '$' && /\s/.test(before)) return nok(code)
      before = character
      if (!/[\s$]/.test(character)) blank = false
      if (markdownLineEnding(code)) return lineEnd(code)
      effects.consume(code)
      return end ? after : inside
    }

    /** Each line is a token of its own: what stands between two (`> ` in a quote) is no part of the formula. */
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
      if (code === null) return nok(code)
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
      if (opening === '$' && code !== null && (code === codes.dollar || /\d/.test(toCharacter(code))))
        return nok(code)
      effects.exit('mathTextData')
      effects.exit('mathText')
      return ok(code)
    }
  }
}
