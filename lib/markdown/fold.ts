/**
 * Text as search compares it: lower case, half-width, without accents. As long as before, so that a place in one is
 * the same place in the other.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  // `İ` alone becomes longer.
  const same = lower.length === text.length ? lower : text
  return same
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0).toLowerCase())
    .replace(/[\u00A0\u3000\n\t]/g, ' ')
    .replace(/[\u00C0-\u024F\u1E00-\u1EFF]/g, (accented) => accented.normalize('NFD').charAt(0))
    .replace(/[\u2018\u2019]/g, "'")
}
