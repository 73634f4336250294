import { simplify } from './simplify'

/**
 * Normalise text for search: lower case, half width, no accents, simplified Chinese. The length does not change, so an index into one text is
 * valid in the other.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  // Only `İ` becomes longer in lower case.
  const sameLength = lower.length === text.length ? lower : text
  return simplify(sameLength)
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0).toLowerCase())
    .replace(/[\u00A0\u3000\n\t]/g, ' ')
    .replace(/[\u00C0-\u024F\u1E00-\u1EFF]/g, (accented) => accented.normalize('NFD').charAt(0))
    .replace(/[\u2018\u2019]/g, "'")
}
