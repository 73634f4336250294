import type { Code } from 'micromark-util-types'

/** The characters our notations start with, as micromark counts them. */
export const codes = {
  backslash: 92,
  dollar: 36,
  leftBracket: 91,
  rightBracket: 93,
  colon: 58,
} as const

/** A code as a character: line endings (-5 to -3) as one, tabs (-2, -1) as a space. */
export function toCharacter(code: Exclude<Code, null>): string {
  if (code < 0) return code < -2 ? '\n' : ' '
  return String.fromCharCode(code)
}
