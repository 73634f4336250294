import { asciiAlpha, markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State } from 'micromark-util-types'
import { codes, toCharacter } from './codes'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    texCommand: 'texCommand'
  }
}

/**
 * A command of TeX in running text, with its arguments, which contain no Markdown and no JSX. It is kept in one piece to
 * report it. Register it before the constructs for formulas and references, which are tried first.
 *
 *     > | 见 \hyperref[x]{上文} 与 \alpha。
 *           ^^^^^^^^^^^^^^^^    ^^^^^^
 */
export const texCommand: Construct = {
  name: 'texCommand',
  tokenize(effects, ok, nok) {
    let length = 0
    return start

    function start(code: Code): State | undefined {
      effects.enter('texCommand')
      effects.consume(code)
      return name
    }

    function name(code: Code): State | undefined {
      if (asciiAlpha(code)) {
        length++
        effects.consume(code)
        return name
      }
      return length > 1 ? effects.attempt(argument, name, end)(code) : nok(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('texCommand')
      return ok(code)
    }
  },
}

/** A group in brackets or braces, on one line. A star may precede it. */
const argument: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let close = ''
    let depth = 0
    return start

    function start(code: Code): State | undefined {
      if (code !== codes.star) return open(code)
      effects.consume(code)
      return open
    }

    function open(code: Code): State | undefined {
      if (code !== codes.leftBrace && code !== codes.leftBracket) return nok(code)
      close = code === codes.leftBrace ? '}' : ']'
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return nok(code)
      const character = toCharacter(code)
      if (character === (close === '}' ? '{' : '[')) depth++
      else if (character === close) depth--
      effects.consume(code)
      if (depth === 0) return ok
      return code === codes.backslash ? escaped : inside
    }

    function escaped(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return nok(code)
      effects.consume(code)
      return inside
    }
  },
}
