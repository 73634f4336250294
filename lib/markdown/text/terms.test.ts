import type { Root } from 'hast'
import { expect, test } from 'vitest'
import { countTerms } from './terms'

const paragraph = (...texts: string[]): Root => ({
  type: 'root',
  children: texts.map((value) => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value }],
  })),
})

test('Chinese is counted by pairs of characters, Latin text by words in lower case', () => {
  expect(countTerms(paragraph('变分法与变分', 'Euler and euler'))).toEqual({ 变分: 2, 分法: 1, euler: 2 })
})

test('Japanese is counted by pairs of Han characters and by words in katakana', () => {
  expect(countTerms(paragraph('ベクトル空間のベクトルを定義する'))).toEqual({ ベクトル: 2, 空間: 1, 定義: 1 })
})

test('short words, numbers and stop words are not counted', () => {
  for (const text of ['我们的在 12 the of x', '我們會從這裡']) expect(countTerms(paragraph(text))).toEqual({})
})

test('the last word of a paragraph is not joined to the first of the next', () => {
  expect(Object.keys(countTerms(paragraph('zeta', 'gamma')))).toEqual(['gamma', 'zeta'])
})

test('symbols of formulas are counted under one name, layout commands are not', () => {
  const tree = paragraph('')
  const [element] = tree.children
  if (element?.type !== 'element') throw new Error('no paragraph')
  const formula = {
    tex: '\\left(\\frac{\\zeta}{\\varphi}\\right)\\phi',
    display: false,
    marks: [],
    mathml: '',
  }
  element.data = { formula: formula as never }
  expect(countTerms(tree)).toEqual({ '\\phi': 2, '\\zeta': 1 })
})

test('only the most frequent terms of an article are kept', () => {
  const words = Array.from(
    { length: 200 },
    (_, index) => `word${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}`,
  )
  const terms = countTerms(paragraph(`gamma gamma ${words.join(' ')}`))
  expect(Object.keys(terms)).toHaveLength(48)
  expect(terms.gamma).toBe(2)
})
