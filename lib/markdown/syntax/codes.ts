import type { Code } from 'micromark-util-types'

/** Character codes of the characters that start our syntax. */
export const codes = {
  backslash: 92,
  dollar: 36,
  leftBracket: 91,
  rightBracket: 93,
  leftParenthesis: 40,
  leftBrace: 123,
  at: 64,
  colon: 58,
  star: 42,
  underscore: 95,
  tilde: 126,
} as const

/** A micromark code as a character: line endings (-5 to -3) as `\n`, tabs (-2, -1) as a space. */
export function toCharacter(code: Exclude<Code, null>): string {
  if (code < 0) return code < -2 ? '\n' : ' '
  return String.fromCharCode(code)
}
