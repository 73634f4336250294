import { describe, expect, test } from 'vitest'
import { createTypesetters } from '../markdown/formula'
import {
  drawFormulaImage,
  findFormula,
  listFormulas,
  measureFormulaImages,
  withFormulaImages,
} from './formula-images'

const typeset = createTypesetters()({})
const mathml = (source: string, display = false) => typeset({ source, katex: source, display }).formula.mathml
const measures = (svg: string) => (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number)

describe('a formula as an image', () => {
  const html = `<p>设${mathml('x<"y"')}，</p>\n${mathml('\\sum_n a_n', true)}`

  test('says its TeX, and is found by its name alone', () => {
    const names: string[] = []
    const images = withFormulaImages(html, (name) => `/f/${names.push(name) - 1}`, new Map())
    expect(images).toContain('<img src="/f/0" alt="x&lt;&quot;y&quot;" style="vertical-align:middle">')
    expect(images).toContain('alt="\\sum_n a_n"')
    expect(images).not.toContain('<math')
    expect(names.map((name) => findFormula(html, name))).toEqual([
      mathml('x<"y"'),
      mathml('\\sum_n a_n', true),
    ])
    expect(findFormula(html, '0'.repeat(32))).toBeUndefined()
  })

  test('has its size and its place on the baseline before it is there', async () => {
    const [line, display] = listFormulas(html)
    const sizes = await measureFormulaImages([line ?? '', display ?? ''])
    const images = withFormulaImages(
      html,
      () => '/f',
      new Map([line, display].map((mathml, i) => [mathml ?? '', sizes[i] as (typeof sizes)[number]])),
    )
    const [, width, height, style] = / width="(\d+)" height="(\d+)" style="([^"]*)"/.exec(images) ?? []
    const svg = await drawFormulaImage(line ?? '')
    expect(Math.abs(Number(/ width="([\d.]+)"/.exec(svg)?.[1]) - Number(width))).toBeLessThan(0.51)
    expect(Math.abs(Number(/ height="([\d.]+)"/.exec(svg)?.[1]) - Number(height))).toBeLessThan(0.51)
    const [, top = 0, , whole = 0] = measures(svg)
    expect(style).toContain(`vertical-align:${-(top + whole) / 1000}em`)
    expect(images).toMatch(/style="display:block;margin:1em auto;width:[\d.]+em;max-width:100%;height:auto"/)
  })

  test('is light on dark for who says so, unless its author chose colours', async () => {
    expect(await drawFormulaImage(mathml('x'))).toContain('prefers-color-scheme:dark')
    expect(await drawFormulaImage(mathml('\\color{red}x'))).not.toContain('prefers-color-scheme')
  })

  test.each(['x', 'x^{2^{2}}', '\\frac ab', 'y_{n_k}', '\\int_0^1'])(
    'has its axis in the middle: %s',
    async (source) => {
      const [, top = 0, , height = 0] = measures(await drawFormulaImage(mathml(source)))
      expect(top + height / 2).toBeCloseTo(-250, -1)
    },
  )

  test('that cannot be drawn shows its TeX', async () => {
    const broken = mathml('x').replace('<mi>x</mi>', '<mo')
    expect(await drawFormulaImage(broken)).toMatch(/<text[^>]*>x<\/text>/)
  })
})
