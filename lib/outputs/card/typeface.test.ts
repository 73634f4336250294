import { describe, expect, it } from 'vitest'
import type { Language } from '../../site/languages'
import { measure, setLine } from './typeface'

const style = { size: 100, lang: 'zh-CN' as Language }
const outlines = (text: string, lang: Language = 'zh-CN') => setLine(text, { ...style, lang }).path

describe('setLine', () => {
  it('sets each Han character one em wide', () => {
    expect(measure('极值分析', style)).toBeCloseTo(400)
  })

  it.each([
    ['of GB 2312', '鼙'],
    ['of the table of general use', '㑇'],
    ['of extension A', '㐂'],
    ['of extension B', '𠮷'],
    ['traditional', '體'],
  ])('draws a character %s', (_, character) => {
    expect(outlines(character)).toMatch(/^M/)
    expect(outlines(character)).not.toBe(outlines('〓'))
  })

  it('draws titles in Japanese and in traditional Chinese without missing characters', () => {
    for (const [lang, text] of [
      ['ja', '曲線の長さとオイラー・ラグランジュ方程式、込辻峠'],
      ['zh-TW', '變分法與極值：「函數」的邊界條件、ㄅㄆㄇ'],
    ] as const)
      for (const character of text) expect(outlines(character, lang), character).toMatch(/^M/)
  })

  it('sets 〓 for a missing Han character, and nothing for other scripts and emoji, but never a box', () => {
    expect(outlines('\u{2ebf0}')).toBe(outlines('〓'))
    for (const text of ['😀', '👩‍👩‍👧', '🇨🇳', 'مرحبا', '\ue000', '\ud800'])
      expect(outlines(text), text).toBe('')
    expect(outlines('极😀值')).toBe(outlines('极值'))
  })

  it('sets Latin text in the font of formulas, with accents as in TeX', () => {
    expect(measure('Poincaré', style)).toBeCloseTo(measure('Poincare', style))
    expect(outlines('é', 'en')).toContain(outlines('e', 'en'))
    for (const name of ['Gödel', 'Erdős', 'Čech', 'Ångström', 'Sturm–Liouville'])
      expect(measure(name, style), name).toBeGreaterThan(200)
  })

  it('sets a word in one font if Computer Modern lacks one of its letters', () => {
    expect(outlines('façade', 'en').startsWith(outlines('f', 'en'))).toBe(false)
  })

  it('sets straight quotation marks as a pair, and apostrophes', () => {
    const english = { ...style, lang: 'en' as const }
    expect(setLine("\"a\" it's 'b'", english)).toEqual(setLine('“a” it’s ‘b’', english))
    expect(measure('"甲"', style)).toBeCloseTo(300)
  })

  it('sets quotation marks full-width in Chinese and Japanese only', () => {
    for (const lang of ['zh-CN', 'zh-TW', 'ja'] as const)
      expect(measure('“甲”', { ...style, lang })).toBeCloseTo(300)
    expect(measure('“a”', { ...style, lang: 'en' })).toBeLessThan(160)
  })

  it('adds space between Han and Latin, and removes the empty halves of punctuation', () => {
    expect(measure('是n', style)).toBeCloseTo(100 + 12.5 + measure('n', style))
    expect(measure('はn', { ...style, lang: 'ja' })).toBeCloseTo(100 + 12.5 + measure('n', style))
    expect(measure('《书》', style)).toBeCloseTo(250)
    expect(measure('》《', style)).toBeCloseTo(150)
  })

  it('returns the Han outlines of bold text separately, to be thickened', () => {
    const { path, thin } = setLine('极n', { ...style, bold: true })
    expect(thin).toBe(outlines('极'))
    expect(path).toMatch(/^M/)
  })
})
