/**
 * Depth, height, italic correction, skew and width of Han characters, kana, hangul and full-width punctuation, in em: the
 * square of the character at the size that the stylesheet gives it in formulas (`.cjk_fallback`).
 */
export const hanMetrics = [0.12, 0.83, 0, 0, 0.94]

/**
 * Is this code unit part of a Han character, kana, hangul or full-width punctuation?
 *
 * @param {number} code
 */
export function isHan(code) {
  return (
    (code >= 0x2e80 && code < 0xd800) ||
    (code >= 0xd840 && code <= 0xd88f) ||
    (code >= 0xf900 && code <= 0xff60)
  )
}
