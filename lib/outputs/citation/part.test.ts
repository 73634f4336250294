import { expect, test } from 'vitest'
import type { Numbered } from '../../markdown/numbering/label'
import { findPart, partName } from './part'

const parts: Numbered[] = [
  { kind: 'theorem', number: '2', anchor: 'thm-a' },
  { kind: 'equation', number: '2', anchor: 'eq-a', label: 'eq:a' },
  { kind: 'equation', number: '5a', anchor: 'eq-5a' },
]

test.each([
  ['thm-a', 'thm-a'],
  ['eq:a', 'eq-a'],
  ['定理 2', 'thm-a'],
  ['定理２', 'thm-a'],
  ['式 (2)', 'eq-a'],
  ['（5A）', 'eq-5a'],
  ['2', 'eq-a'],
  ['定理', undefined],
  ['', undefined],
  ['3', undefined],
])('finds “%s” as %s', (wanted, anchor) => {
  expect(findPart(parts, wanted, 'zh-CN')?.anchor).toBe(anchor)
})

test('names a part as references do, in the language of the article', () => {
  expect(parts.map((part) => partName(part, 'zh-CN'))).toEqual(['定理 2', '式 (2)', '式 (5a)'])
  expect(partName({ kind: 'theorem', number: '2', anchor: 'a' }, 'en')).toBe('Theorem 2')
})
