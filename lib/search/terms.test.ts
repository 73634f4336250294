import { expect, test } from 'vitest'
import { findText, readTerms } from './terms'

const read = (query: string) => readTerms(query, { '\\R': '\\mathbb{R}' })

test('spaces separate terms, and quotation marks enclose phrases', () => {
  expect(read('变分 "heat equation"')).toEqual([{ text: '变分' }, { text: 'heat equation' }])
  for (const quoted of ['“最速降线”', '「最速降线」', '『最速降线』'])
    expect(read(quoted)).toEqual([{ text: '最速降线' }])
})

test('joins TeX to one formula, with or without spaces, next to words', () => {
  expect(read('欧拉 e^{i \\pi} + 1')).toEqual([{ text: '欧拉' }, { tex: 'e^i\\pi +1' }])
  expect(read('$\\zeta( s )$')).toEqual([{ tex: '\\zeta (s)' }])
  expect(read('\\R')).toEqual([{ tex: '\\mathbb R' }])
})

test('searches text and formulas for symbols that are no TeX command', () => {
  expect(read('ζ(2)')).toEqual([{ text: 'ζ(2)', tex: '\\zeta (2)' }])
})

test('an empty query has no terms, and a long one is truncated', () => {
  expect(read('  $ $ "" ')).toEqual([])
  expect(read('甲 乙 丙 丁 戊 己 庚 辛 壬 癸')).toHaveLength(8)
})

test('finds Han characters anywhere, and Latin words by their beginning', () => {
  expect(findText('论变分法与变分', '变分')).toEqual([1, 5])
  expect(findText('softmax 与max、maximum', 'max')).toEqual([9, 13])
})
