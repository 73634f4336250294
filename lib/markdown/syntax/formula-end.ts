import { textCommands } from './environments'

/** The opening delimiter of a formula. `$` and `\(` are inline, the others displayed. */
export type Opening = '$' | '$$' | '\\(' | '\\[' | { environment: string }

/**
 * Create a function that finds the end of a formula. Call it with each character; it returns true for the last character
 * of the closing delimiter. As in TeX, a backslash escapes the next character, and a dollar in the argument of `\text` is
 * part of that argument.
 *
 * @param nested false ends at the first closing delimiter, for formulas with unbalanced braces, which KaTeX reports
 */
export function createEndReader(opening: Opening, nested: boolean): (character: string) => boolean {
  /** Open groups; true if the group is text. */
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
    const isOwn = typeof opening === 'object' && argument === opening.environment
    if (isOwn) depth += command === 'begin' ? 1 : -1
    argument = undefined
    command = undefined
    return depth === 0
  }
}

function dollarsOf(opening: Opening): number {
  return typeof opening === 'string' && opening.startsWith('$') ? opening.length : 0
}
