import ams from 'katex/dist/fonts/KaTeX_AMS-Regular.woff2'
import caligraphic from 'katex/dist/fonts/KaTeX_Caligraphic-Regular.woff2'
import fraktur from 'katex/dist/fonts/KaTeX_Fraktur-Regular.woff2'
import mainBold from 'katex/dist/fonts/KaTeX_Main-Bold.woff2'
import mainRegular from 'katex/dist/fonts/KaTeX_Main-Regular.woff2'
import mathItalic from 'katex/dist/fonts/KaTeX_Math-Italic.woff2'
import script from 'katex/dist/fonts/KaTeX_Script-Regular.woff2'
import size1 from 'katex/dist/fonts/KaTeX_Size1-Regular.woff2'
import size2 from 'katex/dist/fonts/KaTeX_Size2-Regular.woff2'
import size3 from 'katex/dist/fonts/KaTeX_Size3-Regular.woff2'
import size4 from 'katex/dist/fonts/KaTeX_Size4-Regular.woff2'
import { preload } from 'react-dom'
import type { FormulaFont } from '@/lib/markdown/print/formula-fonts'
import { getTextFontUrls } from '@/lib/queries/site-files'

/** Preload the fonts of Latin letters and digits, which every page uses, so that text does not move when they arrive. */
export async function TextFonts() {
  const own = await getTextFontUrls()
  for (const url of own ?? [mainRegular, mainBold]) preloadFont(url)
  return null
}

const formulaFonts = {
  'Math-Italic': mathItalic,
  AMS: ams,
  Caligraphic: caligraphic,
  Fraktur: fraktur,
  Script: script,
  Size1: size1,
  Size2: size2,
  Size3: size3,
  Size4: size4,
}

/** Preload the fonts of a page's formulas. */
export function FormulaFonts({ fonts }: { fonts: readonly FormulaFont[] }) {
  for (const font of fonts) preloadFont(formulaFonts[font])
  return null
}

function preloadFont(url: string): void {
  preload(url, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
}
