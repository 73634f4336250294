import { expect, test } from 'vitest'
import { normaliseTex } from './normal-tex'

const same = [
  [
    'spaces and sizes',
    ['\\zeta(s)', '\\zeta ( s )', '\\zeta\\left(s\\right)', 'ζ(s)', '\\zeta\\bigl(s\\bigr)'],
  ],
  ['braces', ['e^{i\\pi}', 'e ^ { i \\pi }', 'e^{i{\\pi}}']],
  ['aliases', ['a\\le b', 'a \\leq b', 'a≤b', 'a\\leqslant b']],
  ['fractions', ['\\frac12', '\\dfrac{1}{2}', '\\tfrac 1 2']],
  ['primes', ["f'", 'f^\\prime', 'f^{\\prime}']],
  ['bars', ['|x|', '\\lvert x\\rvert', '\\left\\vert x \\right\\vert']],
  ['labels and comments', ['x=1', 'x=1\\label{eq:a}', 'x=1 % one']],
] as const

for (const [what, formulas] of same)
  test(`${what} make no difference`, () => {
    expect(new Set(formulas.map((tex) => normaliseTex(tex))).size).toBe(1)
  })

test('a command does not match a longer one or one with other upper-case letters', () => {
  expect(normaliseTex('\\int f')).not.toContain(normaliseTex('\\in'))
  expect(normaliseTex('\\Gamma')).not.toContain(normaliseTex('\\gamma'))
})

test('expands macros without arguments, and stops expanding a recursive one', () => {
  expect(normaliseTex('x\\in\\R', { '\\R': '\\mathbb{R}' })).toBe(normaliseTex('x \\in \\mathbb R'))
  expect(normaliseTex('\\a', { '\\a': '\\a' })).toBe('\\a ')
})
