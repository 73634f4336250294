import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrap } from './wrap'

/** A Han character is one em wide, others half. */
const measure = (text: string) =>
  [...text].reduce((sum, c) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef—…]/u.test(c) ? 1 : 0.5), 0)
const chinese = (text: string, width: number, lines = 3) => wrap(text, 'zh-CN', { measure, width, lines })
const english = (text: string, width: number, lines = 3) => wrap(text, 'en', { measure, width, lines })

describe('wrap', () => {
  it('does not break a title that fits in one line', () => {
    expect(chinese('极值分析', 10)).toEqual(['极值分析'])
  })

  it('breaks Chinese between words, into lines of similar length', () => {
    expect(chinese('行列式是一块有向的面积', 10)).toEqual(['行列式是一块', '有向的面积'])
  })

  it('prefers the end of a clause', () => {
    expect(chinese('极值的一般原理：从导数到变分法', 12)).toEqual(['极值的一般原理：', '从导数到变分法'])
    expect(english('The Kelly criterion, or how much to bet', 12)).toEqual([
      'The Kelly criterion,',
      'or how much to bet',
    ])
  })

  it('breaks English at spaces only', () => {
    expect(english('Euler–Maclaurin summation, once-more', 9)).toEqual([
      'Euler–Maclaurin',
      'summation,',
      'once-more',
    ])
  })

  it('does not begin a line with closing punctuation or end one with opening punctuation', () => {
    for (let width = 4; width < 14; width++)
      for (const line of chinese('读波利亚《怎样解题》（上）：“问题、解法”，以及……其他', width, 9) ?? []) {
        expect(line, `${width} wide`).not.toMatch(/^[》），：”、…]/)
        expect(line, `${width} wide`).not.toMatch(/[《（“]$/)
      }
  })

  it('keeps Japanese particles and endings with the word before them', () => {
    const title = '最速降線とオイラー・ラグランジュ方程式の導出について'
    for (let width = 6; width < 16; width++) {
      const lines = wrap(title, 'ja', { measure, width, lines: 9 }) ?? []
      for (const line of lines) expect(line, `${width} wide`).not.toMatch(/^[\p{Script=Hiragana}ー・]/u)
    }
    expect(wrap(title, 'ja', { measure, width: 10, lines: 3 })?.join('')).toBe(title)
  })

  it('returns undefined if a word is too wide or there are too few lines', () => {
    expect(english('antidisestablishmentarianism', 10)).toBeUndefined()
    expect(chinese('一二三四五六七八九十', 2)).toBeUndefined()
  })

  it('loses only spaces at the ends of lines, and no line is too wide', () => {
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
