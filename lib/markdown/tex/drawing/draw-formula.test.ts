import { describe, expect, it } from 'vitest'
import { createTypesetters } from '../katex/formula'
import { drawFormula } from './draw-formula'

const typeset = createTypesetters()({ '\\R': '\\mathbb{R}' })

const draw = (tex: string, display = true) =>
  drawFormula(typeset({ source: tex, katex: tex, display }).formula.mathml)

describe('drawFormula', () => {
  it('draws a formula as paths, with its size in ems', async () => {
    const drawn = await draw('\\int_0^1 x\\,dx')
    expect(drawn?.svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="[-\d. ]+" width="[\d.]+em" height="[\d.]+em">/,
    )
    expect(drawn?.svg).toContain('<path d="')
    expect(drawn?.svg).not.toMatch(/<text|data-/)
    expect(drawn?.width).toBeCloseTo(3.1, 0)
    expect(drawn?.height).toBeGreaterThan(1.2)
    expect(drawn?.depth).toBeGreaterThan(0.8)
  })

  it('draws a display larger than the same inline formula', async () => {
    const display = await draw('\\sum_{i=1}^n i')
    const inline = await draw('\\sum_{i=1}^n i', false)
    expect(display?.height).toBeGreaterThan((inline?.height ?? 0) + 0.3)
  })

  it('keeps a numbered display in display style', async () => {
    const numbered = await draw('\\sum_{i=1}^n i\\tag{1}')
    const plain = await draw('\\sum_{i=1}^n i')
    expect(Math.abs((numbered?.height ?? 0) - (plain?.height ?? 0))).toBeLessThan(0.1)
  })

  it("uses the site's macros and those that an article defines", async () => {
    expect((await draw('\\R'))?.svg).toBe((await draw('\\mathbb{R}'))?.svg)
    typeset({ source: '\\newcommand\\half{\\frac12}', katex: '\\newcommand\\half{\\frac12}', display: true })
    expect((await draw('\\half'))?.svg).toBe((await draw('\\frac12'))?.svg)
  })

  it('keeps the space to the left of a relation at the start of a cell', async () => {
    const aligned = await draw('\\begin{aligned}a&=b\\end{aligned}')
    const plain = await draw('a=b')
    expect(aligned?.width).toBeCloseTo(plain?.width ?? 0, 2)
  })

  it('keeps the space between an operator and its argument, also with an index', async () => {
    const plain = async (tex: string) => (await draw(tex))?.width ?? 0
    const thin = 1 / 6
    expect(await plain('a\\log b')).toBeCloseTo((await plain('a\\mathrm{log}b')) + 2 * thin, 1)
    expect(await plain('a\\log_2 b')).toBeCloseTo((await plain('a\\mathrm{log}_2b')) + 2 * thin, 1)
    expect(await plain('\\log_2(b)')).toBeCloseTo(await plain('\\mathrm{log}_2(b)'), 1)
  })

  it('draws double-struck digits without a font', async () => {
    const drawn = await draw('\\mathbb{1}')
    expect(drawn?.svg).not.toContain('<text')
    expect(drawn?.svg.match(/<path/g)).toHaveLength(2)
    expect(drawn?.width).toBeCloseTo(0.6, 1)
  })

  it('writes characters that Computer Modern lacks as text', async () => {
    expect((await draw('\\text{若 }x'))?.svg).toMatch(/<text[^>]*>若/)
  })

  it.each([
    ['nothing', ''],
    ['a formula without ink', '<math display="block"><mrow></mrow></math>'],
    ['markup that is broken', '<math><mfrac><mi>'],
    ['a child too few', '<math><mfrac><mi>x</mi></mfrac></math>'],
    ['an error', '<math><merror><mtext>no</mtext></merror></math>'],
  ])('draws nothing for %s', async (_, mathml) => {
    expect(await drawFormula(mathml)).toBeUndefined()
  })
})
