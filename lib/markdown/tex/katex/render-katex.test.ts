import katex from 'katex'
import { expect, test } from 'vitest'
import { renderKatex } from './render-katex'

test('the HTML is exactly what KaTeX returns: it is not parsed on the way', () => {
  const tex = '\\int_0^1 \\frac{x}{2}\\,dx\\tag{1}'
  const expected = katex.renderToString(tex, { displayMode: true })
  expect(renderKatex(tex, true, {})).toEqual({ html: expected })
})

test('a formula that defines a command adds it to the macros', () => {
  const macros = {}
  renderKatex('\\newcommand{\\half}{\\frac12}', false, macros)
  expect(Object.keys(macros)).toEqual(['\\half'])
  expect(renderKatex('\\half', false, macros)).toHaveProperty('html')
})

test('an error has its position in the TeX', () => {
  expect(renderKatex('a+\\fraq', false, {})).toMatchObject({ error: { position: 2 } })
})
