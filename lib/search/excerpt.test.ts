import { expect, test } from 'vitest'
import type { Passage } from '../markdown/print/passages'
import { fold } from '../markdown/text/fold'
import { makeExcerpt, markText } from './excerpt'

const excerpt = (pieces: Passage['pieces'], formulas: string[], terms: Parameters<typeof markText>[1]) => {
  const text = fold(pieces.map((piece) => (typeof piece === 'string' ? piece : '\uFFFC')).join(''))
  return makeExcerpt({ heading: -1, pieces }, undefined, text, formulas, terms).html
}

test('marks matches and escapes the text', () => {
  expect(markText('Tom & <b>Max</b>', [{ text: 'max' }])).toBe(
    'Tom &amp; &lt;b&gt;<mark>Max</mark>&lt;/b&gt;',
  )
})

test('marks a whole formula, and does not count a reference as a formula', () => {
  const pieces: Passage['pieces'] = ['见', ['式 (1)', 'reference'], '：', ['<i>x</i>', 'formula'], '。']
  expect(excerpt(pieces, ['x^2'], [{ tex: 'x^2' }])).toBe('见式 (1)：<mark><i>x</i></mark>。')
})

test('adds space between a formula and Han characters, but not punctuation', () => {
  const pieces: Passage['pieces'] = [
    '设',
    ['<i>x</i>', 'formula'],
    '与',
    ['<i>y</i>', 'formula'],
    '，then',
    ['<i>z</i>', 'formula'],
  ]
  expect(excerpt(pieces, ['x', 'y', 'z'], [{ tex: 'y' }])).toBe(
    '设<span class="after-han before-han"><i>x</i></span>与<span class="after-han"><mark><i>y</i></mark></span>，then<i>z</i>',
  )
})

test('an excerpt does not begin with a full stop', () => {
  const html = excerpt(
    [`${'天'.repeat(250)}。${'人'.repeat(49)}变分${'地'.repeat(300)}`],
    [],
    [{ text: '变分' }],
  )
  expect(html).toMatch(/^…人{49}<mark>/)
})

test('shortens a long passage around its first match', () => {
  const html = excerpt([`${'天'.repeat(300)}变分${'地'.repeat(300)}`], [], [{ text: '变分' }])
  expect(html).toMatch(/^…天{20,60}<mark>变分<\/mark>地{50,130}…$/)
})
