import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrap } from './wrap'

/** A Han character is one em wide, others half. */
const measure = (text: string) =>
  [...text].reduce((sum, c) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef—…]/u.test(c) ? 1 : 0.5), 0)
const chinese = (text: string, width: number, lines = 3) => wrap(text, 'zh-CN', { measure, width, lines })
const english = (text: string, width: number, lines = 3) => wrap(text, 'en', { measure, width, lines })

describe('wrap', () => {
  it('leaves a title that fits in one line', () => {
    expect(chinese('极值分析', 10)).toEqual(['极值分析'])
  })

  it('breaks Chinese between words, lines of about equal length', () => {
    expect(chinese('行列式是一块有向的面积', 10)).toEqual(['行列式是一块', '有向的面积'])
  })

  it('prefers the end of a clause', () => {
    expect(chinese('极值的一般原理：从导数到变分法', 12)).toEqual(['极值的一般原理：', '从导数到变分法'])
    expect(english('The Kelly criterion, or how much to bet', 12)).toEqual([
      'The Kelly criterion,',
      'or how much to bet',
    ])
  })

  it('breaks English at spaces alone', () => {
    expect(english('Euler–Maclaurin summation, once-more', 9)).toEqual([
      'Euler–Maclaurin',
      'summation,',
      'once-more',
    ])
  })

  it('begins no line with a mark that closes and ends none with one that opens', () => {
    for (let width = 4; width < 14; width++)
      for (const line of chinese('读波利亚《怎样解题》（上）：“问题、解法”，以及……其他', width, 9) ?? []) {
        expect(line, `${width} wide`).not.toMatch(/^[》），：”、…]/)
        expect(line, `${width} wide`).not.toMatch(/[《（“]$/)
      }
  })

  it('gives up where a word is too wide or lines are too few', () => {
    expect(english('antidisestablishmentarianism', 10)).toBeUndefined()
    expect(chinese('一二三四五六七八九十', 2)).toBeUndefined()
  })

  it('loses nothing but spaces at the ends of lines, and no line is too wide', () => {
    const text = fc.string({ unit: fc.constantFrom(...'极值原理的了是，。《》ab c1-–“”') })
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 20 }), (text, width) => {
        const lines = chinese(text, width, 8)
        if (!lines) return
        const bare = (text: string) => text.replace(/\s/g, '')
        expect(bare(lines.join(''))).toBe(bare(text))
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
