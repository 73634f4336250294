import { expect, test } from 'vitest'
import { findText, readTerms } from './terms'

const read = (question: string) => readTerms(question, { '\\R': '\\mathbb{R}' })

test('spaces part terms, quotation marks keep words together', () => {
  expect(read('变分 "heat equation"')).toEqual([{ text: '变分' }, { text: 'heat equation' }])
  expect(read('“最速降线”')).toEqual([{ text: '最速降线' }])
})

test('what looks like TeX is one formula, spaces or not, beside words', () => {
  expect(read('欧拉 e^{i \\pi} + 1')).toEqual([{ text: '欧拉' }, { tex: 'e^i\\pi +1' }])
  expect(read('$\\zeta( s )$')).toEqual([{ tex: '\\zeta (s)' }])
  expect(read('\\R')).toEqual([{ tex: '\\mathbb R' }])
})

test('symbols without commands are looked for in words and in formulas', () => {
  expect(read('ζ(2)')).toEqual([{ text: 'ζ(2)', tex: '\\zeta (2)' }])
})

test('nothing asks for nothing, and much is cut', () => {
  expect(read('  $ $ "" ')).toEqual([])
  expect(read('甲 乙 丙 丁 戊 己 庚 辛 壬 癸')).toHaveLength(8)
})

test('Han is found anywhere, a Latin word by its beginning', () => {
  expect(findText('论变分法与变分', '变分')).toEqual([1, 5])
  expect(findText('softmax 与max、maximum', 'max')).toEqual([9, 13])
})
