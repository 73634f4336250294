import { expect, test } from 'vitest'
import { createTypesetters } from './formula'
import { mathText } from './math-text'

const typeset = createTypesetters()({})

test.each([
  ['\\mathcal{O}(n)', 'O(n)'],
  ['\\frac{a+b}{2}', '(a+b)/2'],
  ['\\frac12', '1/2'],
  ['x_1^2', 'x₁²'],
  ['x_{\\alpha}', 'x_α'],
  ['e^{-x^2}', 'e^(−x²)'],
  ['10^{-3}', '10⁻³'],
  ['\\sqrt{x+1}', '√(x+1)'],
  ['\\sqrt[3]2', '³√2'],
  ['\\sin x', 'sin x'],
  ['\\mathbb{R}^n', 'ℝⁿ'],
  ['\\sum_{i=1}^n a_i', '∑ᵢ₌₁ⁿaᵢ'],
  ['\\hat{x}', 'x̂'],
  ['L^p', 'Lᵖ'],
  ["f'", 'f′'],
  ['a\\le b', 'a≤b'],
  ['\\text{若 }x', '若 x'],
  ['\\binom nk', '(n, k)'],
  ['\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', '(a, b; c, d)'],
  ['a<b', 'a<b'],
])('%s is read as %s', (tex, text) => {
  const { formula } = typeset({ source: tex, katex: tex, display: false })
  expect(mathText(formula.mathml)).toBe(text)
})
