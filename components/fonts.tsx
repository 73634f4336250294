import mainBold from 'katex/dist/fonts/KaTeX_Main-Bold.woff2'
import mainRegular from 'katex/dist/fonts/KaTeX_Main-Regular.woff2'
import mathItalic from 'katex/dist/fonts/KaTeX_Math-Italic.woff2'
import { preload } from 'react-dom'

/**
 * Letters and digits beside Chinese, and in headings, on every page: they are there before the first line is laid out, and
 * move none.
 */
export function TextFonts() {
  preloadFont(mainRegular)
  preloadFont(mainBold)
  return null
}

/** Letters of formulas. */
export function FormulaFont() {
  preloadFont(mathItalic)
  return null
}

function preloadFont(url: string): void {
  preload(url, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
}
