const han = /\p{Script=Han}/u

/**
 * Classes of an inline formula that touches Han characters: the stylesheet sets a little space there.
 *
 * @param before text before the formula
 * @param after text after it
 */
export function besideHan(before: string, after: string): string[] {
  // The last two code units hold the last character, whatever its plane.
  const last = Array.from(before.slice(-2)).at(-1) ?? ''
  const first = String.fromCodePoint(after.codePointAt(0) ?? 0)
  return [...(han.test(last) ? ['after-han'] : []), ...(han.test(first) ? ['before-han'] : [])]
}
