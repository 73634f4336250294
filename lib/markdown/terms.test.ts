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

test('Chinese is counted by pairs of characters, Latin by words in lower case', () => {
  expect(countTerms(paragraph('变分法与变分', 'Euler and euler'))).toEqual({ 变分: 2, 分法: 1, euler: 2 })
})

test('what any article says is not counted: short words, numbers, idle words', () => {
  expect(countTerms(paragraph('我们的在 12 the of x'))).toEqual({})
})

test('words of two paragraphs do not run together', () => {
  expect(Object.keys(countTerms(paragraph('zeta', 'gamma')))).toEqual(['gamma', 'zeta'])
})

test('symbols of formulas are counted under one name, what arranges them is not', () => {
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

test('an article keeps its most frequent terms alone', () => {
  const words = Array.from(
    { length: 200 },
    (_, index) => `word${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}`,
  )
  const terms = countTerms(paragraph(`gamma gamma ${words.join(' ')}`))
  expect(Object.keys(terms)).toHaveLength(48)
  expect(terms.gamma).toBe(2)
})
