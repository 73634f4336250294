import { textCommands } from './environments'

/** What opened a formula. `$…$` is inline, the others are displayed (but for `\(`). */
export type Opening = '$' | '$$' | '\\(' | '\\[' | { environment: string }

/**
 * Find the end of a formula, character by character: the reader answers whether the character it was given is the
 * last one of the closing. As in TeX, a backslash takes the next character with it, and a dollar in the argument of
 * `\text` belongs to that argument.
 *
 * @param nested false takes the first closing that comes, for formulas whose braces do not match: KaTeX will say so
 */
export function createEndReader(opening: Opening, nested: boolean): (character: string) => boolean {
  /** Open groups; true for those that hold text. */
  const groups: boolean[] = []
  let depth = 1
  let command: string | undefined
  let argument: string | undefined
  let dollars = 0

  return (character) => {
    if (argument !== undefined) return readEnvironmentName(character)
    if (command !== undefined) {
      if (
        (character >= 'a' && character <= 'z') ||
        (character >= 'A' && character <= 'Z') ||
        (command === 'tag' && character === '*')
      ) {
        command += character
        return false
      }
      if (command === '') {
        // An escaped character, or the closing of `\(` and `\[`.
        command = undefined
        return (opening === '\\(' && character === ')') || (opening === '\\[' && character === ']')
      }
      if (character === '{' && (command === 'begin' || command === 'end')) {
        argument = ''
        return false
      }
    }
    return readPlain(character)
  }

  function readPlain(character: string): boolean {
    const before = command
    if (!/\s/.test(character)) command = character === '\\' ? '' : undefined
    dollars = character === '$' ? dollars + 1 : 0
    if (character === '{') groups.push(textCommands.has(before ?? '') || groups.at(-1) === true)
    else if (character === '}') groups.pop()
    else if (character === '$' && !(nested && groups.at(-1))) return dollars === dollarsOf(opening)
    return false
  }

  function readEnvironmentName(character: string): boolean {
    if (character !== '}') {
      argument += character
      return false
    }
    const same = typeof opening === 'object' && argument === opening.environment
    if (same) depth += command === 'begin' ? 1 : -1
    argument = undefined
    command = undefined
    return depth === 0
  }
}

function dollarsOf(opening: Opening): number {
  return typeof opening === 'string' && opening.startsWith('$') ? opening.length : 0
}
