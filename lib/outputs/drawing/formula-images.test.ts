import { describe, expect, test } from 'vitest'
import { createTypesetters } from '../../markdown/tex/katex/formula'
import { colours } from '../../site/colours'
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

  test('has its TeX as alternative text, and is found by its name only', () => {
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

  test('reserves its size and its position on the baseline before it loads', async () => {
    const [line, display] = listFormulas(html)
    const sizes = await measureFormulaImages([line ?? '', display ?? ''])
    const images = withFormulaImages(
      html,
      () => '/f',
      new Map([line, display].map((mathml, i) => [mathml ?? '', sizes[i] as (typeof sizes)[number]])),
    )
    const [, width, height, style] = / width="(\d+)" height="(\d+)" style="([^"]*)"/.exec(images) ?? []
    const svg = await drawFormulaImage({ mathml: line ?? '' })
    expect(Math.abs(Number(/ width="([\d.]+)"/.exec(svg)?.[1]) - Number(width))).toBeLessThan(0.51)
    expect(Math.abs(Number(/ height="([\d.]+)"/.exec(svg)?.[1]) - Number(height))).toBeLessThan(0.51)
    const [, top = 0, , whole = 0] = measures(svg)
    expect(style).toContain(`vertical-align:${-(top + whole) / 1000}em`)
    expect(images).toMatch(/style="display:block;margin:1em auto;width:[\d.]+em;max-width:100%;height:auto"/)
  })

  test('follows the colour scheme of the reader, unless the author chose colours', async () => {
    expect(await drawFormulaImage({ mathml: mathml('x') })).toContain('prefers-color-scheme:dark')
    expect(await drawFormulaImage({ mathml: mathml('\\color{red}x') })).not.toContain('prefers-color-scheme')
  })

  test('has the dark colours of the theme of the site', async () => {
    const palette = { ...colours, paper: ['#ffffff', '#101820'], ink: ['#000000', '#dde6f2'] } as const
    const svg = await drawFormulaImage({ mathml: mathml('x'), palette })
    expect(svg).toContain('svg{color:#dde6f2}.paper{fill:#101820}')
  })

  test.each(['x', 'x^{2^{2}}', '\\frac ab', 'y_{n_k}', '\\int_0^1'])(
    'is centred on its axis: %s',
    async (source) => {
      const [, top = 0, , height = 0] = measures(await drawFormulaImage({ mathml: mathml(source) }))
      expect(top + height / 2).toBeCloseTo(-250, -1)
    },
  )

  test('shows its TeX if it cannot be drawn', async () => {
    const broken = mathml('x').replace('<mi>x</mi>', '<mo')
    expect(await drawFormulaImage({ mathml: broken })).toMatch(/<text[^>]*>x<\/text>/)
  })
})
