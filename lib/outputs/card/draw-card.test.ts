import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createTypesetters } from '../../markdown/tex/katex/formula'
import { colours } from '../../site/colours'
import { type Card, drawCard } from './draw-card'

const typeset = createTypesetters()({})
const mathml = (tex: string) => typeset({ source: tex, katex: tex, display: true }).formula.mathml
const card: Card = {
  site: '引理',
  lang: 'zh-CN',
  title: '极值的一般原理',
  date: { day: '26', month: '12 月', year: '2010' },
  series: { title: '自然极值', part: '第 8 篇 / 共 9 篇' },
  byline: '沈砚',
  formulas: [],
  chosen: false,
}
const draw = async (changes: Partial<Card>) => Buffer.from(await drawCard({ ...card, ...changes }))
const wide = mathml(Array.from({ length: 40 }, (_, i) => `a_{${i}}`).join('+'))

// Loading fonts and MathJax is slow on a busy machine.
describe('drawCard', { timeout: 30_000 }, () => {
  it('draws a PNG of 1200 × 630 pixels with empty margins in the colour of paper', async () => {
    const long = await draw({ title: '很长的题目'.repeat(40), byline: '作者'.repeat(80), formulas: [wide] })
    for (const png of [await draw({}), long]) {
      const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
      expect(info).toMatchObject({ width: 1200, height: 630 })
      const isPaper = (x: number, y: number) =>
        data
          .subarray((y * 1200 + x) * info.channels)
          .subarray(0, 3)
          .equals(Buffer.from([0xfc, 0xfb, 0xf8]))
      const margins = [10, 80, 1120, 1190].flatMap((x) =>
        Array.from({ length: 630 }, (_, y) => isPaper(x, y)),
      )
      expect(margins).not.toContain(false)
    }
  })

  it('changes with each of its fields', async () => {
    const plain = await draw({})
    for (const change of [
      { title: '另一个题目' },
      { site: '别处' },
      { date: { day: '27', month: '12 月', year: '2010' } },
      { series: { title: '自然极值', part: '第 9 篇 / 共 9 篇' } },
      { byline: '别人' },
      { summary: '一句话。' },
      { formulas: [mathml('x')] },
      { palette: { ...colours, seal: ['#1f4e9c', '#8fb8f5'] as const } },
    ])
      expect((await draw(change)).equals(plain), JSON.stringify(change)).toBe(false)
  })

  it('skips a formula that is too wide to be legible, unless the author chose it', async () => {
    const next = mathml('x=1')
    expect((await draw({ formulas: [wide, next] })).equals(await draw({ formulas: [next] }))).toBe(true)
    expect((await draw({ formulas: [wide] })).equals(await draw({}))).toBe(true)
    expect(
      (await draw({ formulas: [wide, next], chosen: true })).equals(await draw({ formulas: [next] })),
    ).toBe(false)
  })

  it('has no formula if none can be drawn', async () => {
    expect((await draw({ formulas: ['<math><mfrac>'] })).equals(await draw({}))).toBe(true)
  })

  it('omits the punctuation at the end of a displayed formula', async () => {
    for (const tex of ['x=1,', 'x=1.', '\\frac ab.', 'x=y\\text{。}'])
      expect(
        (await draw({ formulas: [mathml(tex)] })).equals(
          await draw({ formulas: [mathml(tex.replace(/,$|\.$|\\text\{。\}$/, ''))] }),
        ),
        tex,
      ).toBe(true)
  })

  it('draws a title that consists of emoji only', async () => {
    expect((await draw({ title: '😀' })).length).toBeGreaterThan(1000)
  })
})
