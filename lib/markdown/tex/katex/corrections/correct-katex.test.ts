import { expect, test } from 'vitest'
import { renderKatex } from '../render-katex'
import { correctKatex } from './correct-katex.mjs'

/** Height and depth of a formula together, in points of LaTeX's 10 pt fonts. */
function size(tex: string): number {
  const rendered = renderKatex(tex, true, {})
  if ('error' in rendered) throw rendered.error
  const [, height] = /class="katex-strut" style="height:([\d.]+)em/.exec(rendered.html) ?? []
  return Number(height) * 10
}

test.each([
  [String.raw`\begin{aligned}a&=\dfrac{b}{c}\\ x&=\dfrac{y}{z}\end{aligned}`, 42.5],
  [String.raw`\begin{aligned}a&=\dfrac{b}{c}\\ x&=y\end{aligned}`, 36.57],
  [String.raw`\begin{aligned}a&=\dfrac{b}{c}\\[5pt] x&=\dfrac{y}{z}\end{aligned}`, 47.5],
  [String.raw`\begin{gathered}\sum_{i=1}^n a_i\\ \int_0^1 f\,dx\\ a+b\end{gathered}`, 74.07],
])('tall rows of %s have the space of LaTeX', (tex, latex) => {
  expect(Math.abs(size(tex) - latex)).toBeLessThan(0.05)
})

test.each([
  [String.raw`\begin{aligned}a&=b\\ x&=y\\ u&=v\end{aligned}`, 42],
  [String.raw`\begin{aligned}a&=b\\[5pt] x&=y\end{aligned}`, 32],
  [String.raw`\begin{matrix}a&b\\ c&d\end{matrix}`, 24],
  [String.raw`\begin{cases}a&b\\ c&d\end{cases}`, 30],
  [String.raw`\begin{matrix}可&b\\ 改&d\end{matrix}`, 24],
])('other rows do not move: %s', (tex, latex) => {
  expect(size(tex)).toBeCloseTo(latex)
})

test('tall rows of cases and matrices are as far apart as those of align, where LaTeX lets them overlap', () => {
  const fraction = size('\\dfrac{a}{b}')
  const apart = 2 * fraction + 4
  expect(size(String.raw`\begin{cases}\dfrac{a}{b}&x\\ \dfrac{a}{b}&y\end{cases}`)).toBeCloseTo(apart)
  expect(size(String.raw`\begin{matrix}\dfrac{a}{b}&x\\ \dfrac{a}{b}&y\end{matrix}`)).toBeCloseTo(apart)
})

test('rows with a rule between them, or with space of their own, do not move', () => {
  const fraction = size('\\dfrac{a}{b}')
  expect(size(String.raw`\begin{array}{c}\dfrac{a}{b}\\ \hline \dfrac{a}{b}\end{array}`)).toBeCloseTo(
    2 * fraction,
  )
  expect(size(String.raw`\begin{matrix}\dfrac{a}{b}\\[20pt] \dfrac{a}{b}\end{matrix}`)).toBeCloseTo(52.61)
  expect(size(String.raw`\begin{smallmatrix}A\\ B\end{smallmatrix}`)).toBeCloseTo(13.17)
})

test('Han characters, kana, hangul and full-width punctuation have the height of their square', () => {
  for (const character of ['可', 'の', '한', '。', '（', '㐀', '𠀀', '豈'])
    expect(size(`\\text{${character}}`), character).toBeCloseTo(9.5)
  expect(size('\\dfrac{可改进}{总时间}')).toBeGreaterThan(size('\\dfrac{M}{M}') + 2)
})

test('a KaTeX in which an expression to correct is missing is reported', () => {
  expect(() => correctKatex('var a = 1')).toThrow(/Found 0 times .* in katex\.mjs; expected it once/)
})
