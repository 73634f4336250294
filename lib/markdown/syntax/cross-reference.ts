import { asciiAlpha, markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Code, Construct, Effects, State } from 'micromark-util-types'
import { codes, toCharacter } from './codes'

/** Commands that refer to a label, with and without star. cleveref's commands are the same as hyperref's `\autoref` here. */
export const referenceCommands = ['eqref', 'ref', 'autoref', 'cref', 'Cref'] as const

export type ReferenceCommand = (typeof referenceCommands)[number]

export function isReferenceCommand(name: string): name is ReferenceCommand {
  return (referenceCommands as readonly string[]).includes(name)
}

const subequations = ['\\begin{subequations}', '\\end{subequations}']

/** Read one of the texts, none of which is a prefix of another. @param done returns the state after it */
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
 * A reference to a label in running text. As in TeX, spaces may follow the command.
 *
 *     > | 由 \eqref{eq:x} 与 \ref* {eq:y} 得
 *           ^^^^^^^^^^^^    ^^^^^^^^^^^^
 */
export const crossReference: Construct = {
  name: 'crossReference',
  tokenize(effects, ok, nok) {
    let command = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('crossReference')
      effects.consume(code)
      return name
    }

    function name(code: Code): State | undefined {
      if (!asciiAlpha(code)) return isReferenceCommand(command) ? star(code) : nok(code)
      command += toCharacter(code as number)
      effects.consume(code)
      return name
    }

    function star(code: Code): State | undefined {
      if (code !== codes.star) return spaces(code)
      effects.consume(code)
      return spaces
    }

    function spaces(code: Code): State | undefined {
      if (code !== codes.leftBrace && !markdownSpace(code)) return nok(code)
      effects.consume(code)
      return code === codes.leftBrace ? label : spaces
    }

    function label(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code) || code === codes.leftBrace) return nok(code)
      effects.consume(code)
      if (toCharacter(code) !== '}') return label
      effects.exit('crossReference')
      return ok
    }
  },
}

/**
 * The start or the end of `subequations`, which may contain text, displays and a label (`textCommand`).
 *
 *     > | \begin{subequations}\label{eq:system}
 *         ^^^^^^^^^^^^^^^^^^^^
 */
export const subequationsEnd: Construct = {
  name: 'subequations',
  tokenize(effects, ok, nok) {
    return start

    function start(code: Code): State | undefined {
      effects.enter('subequations')
      return readOneOf(subequations, effects, nok, () => end)(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('subequations')
      return ok(code)
    }
  },
}
