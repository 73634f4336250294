import katex from 'katex'
import { expect, test } from 'vitest'
import { findFormulaFonts } from './formula-fonts'

test.each([
  ['1+1', false, []],
  ['x', false, ['Math-Italic']],
  ['\\mathbb{R}', false, ['AMS']],
  ['1\\leqslant2', false, ['AMS']],
  ['\\mathcal{L}', false, ['Caligraphic']],
  ['\\mathfrak{g}', false, ['Fraktur']],
  ['\\mathscr{F}', false, ['Script']],
  ['\\textstyle\\sum 1', false, ['Size1']],
  ['\\sum 1', true, ['Size2']],
  ['\\Bigl(1\\Bigr)', false, ['Size2']],
  ['\\biggl(1\\biggr)', false, ['Size3']],
  ['\\Biggl(1\\Biggr)', false, ['Size4']],
])('%s, displayed: %s', (tex, displayMode, fonts) => {
  expect(findFormulaFonts(katex.renderToString(tex, { displayMode }))).toEqual(fonts)
})
