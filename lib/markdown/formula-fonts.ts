/** KaTeX's fonts that come late where nobody asks for them: letters, and what is as large as a formula. */
export type FormulaFont = keyof typeof signs

/** How each is told in KaTeX's HTML: the selectors of its stylesheet (katex 0.19). */
const signs = {
  'Math-Italic': /\bmathnormal\b/,
  AMS: /\b(?:amsrm|mathbb)\b/,
  Caligraphic: /\bmathcal\b/,
  Fraktur: /\bmathfrak\b/,
  Script: /\bmathscr\b/,
  Size1: /\b(?:delimsizing size1|delim-size1|small-op)\b/,
  Size2: /\b(?:delimsizing size2|large-op)\b/,
  Size3: /\bdelimsizing size3\b/,
  Size4: /\b(?:delimsizing size4|delim-size4)\b/,
}

/** The fonts that printed HTML is set in: one that comes after the first frame moves its formula. */
export function findFormulaFonts(html: string): FormulaFont[] {
  return (Object.keys(signs) as FormulaFont[]).filter((font) => signs[font].test(html))
}
