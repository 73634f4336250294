import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State } from 'micromark-util-types'
import { toCharacter } from './codes'

/** The commands, with the number of their arguments in braces. */
const commands: Readonly<Record<string, number>> = {
  label: 1,
  setcounter: 2,
  addtocounter: 2,
  numberwithin: 2,
  counterwithin: 2,
  renewcommand: 2,
  allowdisplaybreaks: 0,
}

/** The longest command with its arguments, so that a backslash is not searched through a whole paragraph. */
const maxLength = 200

/**
 * A command of LaTeX in running text that names or counts equations. `\renewcommand` only if it changes the form of their
 * numbers; LaTeX's other commands in text remain text.
 *
 *     > | \begin{subequations} \label{eq:system}
 *                              ^^^^^^^^^^^^^^^^^
 *     > | \setcounter{equation}{7}
 *         ^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const textCommand: Construct = {
  name: 'textCommand',
  tokenize(effects, ok, nok) {
    let read = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('textCommand')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (readTextCommand(read) && !continues(read, code)) {
        effects.exit('textCommand')
        return ok(code)
      }
      if (code === null || markdownLineEnding(code)) return nok(code)
      read += toCharacter(code)
      if (read.length > maxLength || !isPrefix(read)) return nok(code)
      effects.consume(code)
      return inside
    }
  },
}

/** The start of what follows a name: spaces, a star, then groups, or `\theequation` without braces. */
const restPrefix =
  /^ *\*? *(?:[{[][\s\S]*|\\(?:t(?:h(?:e(?:e(?:quation[\s\S]*|q|qu|qua|quat|quati|quatio)?)?)?)?)?)?$/

/** The start of a command: `\setc`, `\setcounter{equ`. */
function isPrefix(text: string): boolean {
  const [, name = '', rest = ''] = /^\\([a-zA-Z]*)([\s\S]*)$/.exec(text) ?? []
  if (rest === '') return Object.keys(commands).some((command) => command.startsWith(name))
  return Object.hasOwn(commands, name) && restPrefix.test(rest)
}

/** Is a command without arguments longer than what was read, as in `\allowdisplaybreaksx`, or is its `[1]` still to come? */
function continues(text: string, code: Code): boolean {
  if (code === null || !text.startsWith('\\allow')) return false
  const next = toCharacter(code)
  return /[a-zA-Z]$/.test(text) && /[a-zA-Z[]/.test(next)
}

export interface TextCommandParts {
  command: string
  arguments: string[]
}

/** Parse a whole command. @returns undefined if it is incomplete, or none of ours */
export function readTextCommand(text: string): TextCommandParts | undefined {
  const [, command = '', rest = ''] = /^\\([a-zA-Z]+)([\s\S]*)$/.exec(text) ?? []
  const count = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (count === undefined) return undefined
  if (count === 0) return /^(?:\[\d?\])?$/.test(rest) ? { command, arguments: [] } : undefined
  const groups = readGroups(rest.replace(/^\s*\*/, '').replace(/^\s*(\\theequation)(?![a-zA-Z])/, '{$1}'))
  if (groups?.length !== count) return undefined
  if (command === 'renewcommand' && groups[0] !== '\\theequation') return undefined
  if (/counter$|within$/.test(command) && groups[0] !== 'equation') return undefined
  return { command, arguments: groups }
}

/** The contents of groups that make up a text; undefined if it is anything else. */
function readGroups(text: string): string[] | undefined {
  const groups: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\\') index++
    else if (character === '{' && depth++ === 0) start = index + 1
    else if (character === '}' && --depth === 0) groups.push(text.slice(start, index).trim())
    else if (depth === 0 && character !== ' ') return undefined
    if (depth < 0) return undefined
  }
  return depth === 0 ? groups : undefined
}
