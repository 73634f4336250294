import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, Effects, State } from 'micromark-util-types'
import { toCharacter } from './codes'

const commands = ['\\eqref{', '\\ref{', '\\autoref{']
const subequations = ['\\begin{subequations}', '\\end{subequations}']

/** Read one of the texts, none of which starts another; `done` says how to go on after it. */
function readOneOf(
  texts: readonly string[],
  effects: Effects,
  nok: State,
  done: (text: string) => State | undefined,
): State {
  let read = ''
  return next

  function next(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code)
    read += toCharacter(code)
    if (!texts.some((text) => text.startsWith(read))) return nok(code)
    effects.consume(code)
    return texts.includes(read) ? done(read) : next
  }
}

/**
 * A reference in running text, by its label.
 *
 *     > | 由 \eqref{eq:x} 得
 *           ^^^^^^^^^^^^
 */
export const crossReference: Construct = {
  name: 'crossReference',
  tokenize(effects, ok, nok) {
    return start

    function start(code: Code): State | undefined {
      effects.enter('crossReference')
      return readOneOf(commands, effects, nok, () => label)(code)
    }

    function label(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code) || toCharacter(code) === '{') return nok(code)
      effects.consume(code)
      if (toCharacter(code) !== '}') return label
      effects.exit('crossReference')
      return ok
    }
  },
}

/**
 * The ends of `subequations`, which holds text and displays alike; a label may follow its beginning.
 *
 *     > | \begin{subequations}\label{eq:system}
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const subequationsEnd: Construct = {
  name: 'subequations',
  tokenize(effects, ok, nok) {
    return start

    function start(code: Code): State | undefined {
      effects.enter('subequations')
      return readOneOf(subequations, effects, nok, (read) =>
        read === subequations[0] ? effects.attempt(labelOf, end, end) : end,
      )(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('subequations')
      return ok(code)
    }
  },
}

const labelOf: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let read = ''
    return start

    function start(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return nok(code)
      read += toCharacter(code)
      if (!/^\\(l(a(b(e(l(\{([^{}]*\}?)?)?)?)?)?)?)?$/.test(read)) return nok(code)
      if (read.length === 1) effects.enter('subequationsLabel')
      effects.consume(code)
      if (!read.endsWith('}')) return start
      effects.exit('subequationsLabel')
      return ok
    }
  },
}
