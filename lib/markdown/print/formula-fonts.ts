/** KaTeX's fonts for letters and large symbols, which move a formula if they load after the first frame. */
export type FormulaFont = keyof typeof fontClasses

/** Classes in KaTeX's HTML that use each font, as in its stylesheet (katex 0.19). */
const fontClasses = {
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

/** The fonts that printed HTML uses, so that a page can preload them. */
export function findFormulaFonts(html: string): FormulaFont[] {
  return (Object.keys(fontClasses) as FormulaFont[]).filter((font) => fontClasses[font].test(html))
}
