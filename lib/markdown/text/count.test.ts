import type { Root } from 'hast'
import { expect, test } from 'vitest'
import { countWords } from './count'

function paragraph(text: string): Root {
  return {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] }],
  }
}

test.each([
  ['数学之美', 4],
  ['Noether’s theorem is well-known', 4],
  ['用 Python 算 3.14 次，得 π', 4 + 4],
  ['これはペンです', 7],
  ['フーリエ変換', 6],
  ['', 0],
])('%s has %i words', (text, words) => {
  expect(countWords(paragraph(text)).words).toBe(words)
})

test('Chinese and English texts of the same printed length have the same reading time', () => {
  expect(countWords(paragraph('字'.repeat(2000))).minutes).toBe(5)
  expect(countWords(paragraph('word '.repeat(1100))).minutes).toBe(5)
})

test('the reading time is at least one minute', () => {
  expect(countWords(paragraph('短')).minutes).toBe(1)
})
