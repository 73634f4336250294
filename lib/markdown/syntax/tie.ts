import { asciiAlpha } from 'micromark-util-character'
import type { Code, Construct, State } from 'micromark-util-types'
import { codes, toCharacter } from './codes'
import { isReferenceCommand } from './cross-reference'

/**
 * TeX's tie before a reference or a citation, a no-break space.
 *
 *     > | 由式~\eqref{eq:x} 得
 *             ^
 */
export const tie: Construct = {
  name: 'tie',
  tokenize(effects, ok, nok) {
    return start

    function start(code: Code): State | undefined {
      effects.enter('tie')
      effects.consume(code)
      effects.exit('tie')
      return effects.check(referenceStart, ok, nok)
    }
  },
}

/** The start of `\eqref{…}`, `$\eqref{…}$` or `[@…]`. */
const referenceStart: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let command = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('tie')
      if (code === codes.dollar) {
        effects.consume(code)
        return backslash
      }
      if (code !== codes.leftBracket) return backslash(code)
      effects.consume(code)
      return at
    }

    function at(code: Code): State | undefined {
      return code === codes.at ? end(code) : nok(code)
    }

    function backslash(code: Code): State | undefined {
      if (code !== codes.backslash) return nok(code)
      effects.consume(code)
      return name
    }

    function name(code: Code): State | undefined {
      if (!asciiAlpha(code)) return isReferenceCommand(command) ? end(code) : nok(code)
      command += toCharacter(code as number)
      effects.consume(code)
      return name
    }

    function end(code: Code): State | undefined {
      effects.exit('tie')
      return ok(code)
    }
  },
}
