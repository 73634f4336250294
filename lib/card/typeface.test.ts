import { describe, expect, it } from 'vitest'
import { measure, setLine } from './typeface'

const style = { size: 100, lang: 'zh-CN' }
const outlines = (text: string, lang = 'zh-CN') => setLine(text, { ...style, lang }).path

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

  it('sets 〓 for a Han character that the font lacks, and nothing for other scripts and emoji: never a box', () => {
    expect(outlines('\u{2ebf0}')).toBe(outlines('〓'))
    for (const text of ['😀', '👩‍👩‍👧', '🇨🇳', 'مرحبا', '\ue000', '\ud800'])
      expect(outlines(text), text).toBe('')
    expect(outlines('极😀值')).toBe(outlines('极值'))
  })

  it('sets Latin in the face of formulas, with its accents as TeX sets them', () => {
    expect(measure('Poincaré', style)).toBeCloseTo(measure('Poincare', style))
    expect(outlines('é', 'en')).toContain(outlines('e', 'en'))
    for (const name of ['Gödel', 'Erdős', 'Čech', 'Ångström', 'Sturm–Liouville'])
      expect(measure(name, style), name).toBeGreaterThan(200)
  })

  it('keeps a word in one face where Computer Modern lacks a letter of it', () => {
    expect(outlines('façade', 'en').startsWith(outlines('f', 'en'))).toBe(false)
  })

  it('sets quotation marks full-width in Chinese alone', () => {
    expect(measure('“甲”', style)).toBeCloseTo(300)
    expect(measure('“a”', { ...style, lang: 'en' })).toBeLessThan(160)
  })

  it('stands Han and Latin apart, and takes the empty halves of marks', () => {
    expect(measure('是n', style)).toBeCloseTo(100 + 12.5 + measure('n', style))
    expect(measure('《书》', style)).toBeCloseTo(250)
    expect(measure('》《', style)).toBeCloseTo(150)
  })

  it('tells the Han outlines of bold text apart: they are to be thickened', () => {
    const { path, thin } = setLine('极n', { ...style, bold: true })
    expect(thin).toBe(outlines('极'))
    expect(path).toMatch(/^M/)
  })
})
