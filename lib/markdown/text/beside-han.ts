import { spacelessLetters } from './scripts'

const letter = new RegExp(`[${spacelessLetters}]`, 'u')

/**
 * Classes of an inline formula next to Han characters or kana: the stylesheet adds a small space there.
 *
 * @param before text before the formula
 * @param after text after it
 */
export function classesBesideHan(before: string, after: string): string[] {
  // The last two code units contain the last character, even if it is a surrogate pair.
  const last = Array.from(before.slice(-2)).at(-1) ?? ''
  const first = String.fromCodePoint(after.codePointAt(0) ?? 0)
  return [...(letter.test(last) ? ['after-han'] : []), ...(letter.test(first) ? ['before-han'] : [])]
}
