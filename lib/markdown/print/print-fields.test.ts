import { expect, test } from 'vitest'
import { compileText } from '../test-compile'

const title = '与 $\\mathcal{O}(n)$'

test('formulas in a title are typeset in HTML and readable elsewhere', async () => {
  const { fields, problems } = await compileText('甲', { fields: { title: `界${title}阶` } })
  expect(problems).toEqual([])
  expect(fields.title?.text).toBe('界与 O(n)阶')
  expect(fields.title?.html).toMatch(
    /^界与 <span class="formula before-han" translate="no"><span class="katex">.*<\/span>阶$/,
  )
})

test('summaries and descriptions may contain formulas too', async () => {
  const { fields } = await compileText('甲', { fields: { summary: '$x^2$', description: 'a < $b$' } })
  expect(fields.summary?.text).toBe('x²')
  expect(fields.description?.text).toBe('a < b')
  expect(fields.description?.html).toMatch(/^a &#60; |^a &lt; |^a &#x3C; /)
})

test('the macros of the article apply', async () => {
  const text = '$\\newcommand{\\half}{\\tfrac12}$甲'
  const { fields } = await compileText(text, {
    fields: { title: '$\\half$ 与 $\\R$' },
    macros: { '\\R': 'R' },
  })
  expect(fields.title?.text).toBe('1/2 与 R')
})

test.each([
  ['价格 $5 和 $10', '价格 $5 和 $10'],
  ['\\$5 与 \\$6', '$5 与 $6'],
  ['没有结束 $x', '没有结束 $x'],
])('dollars that are no formula remain: %s', async (value, text) => {
  expect((await compileText('甲', { fields: { title: value } })).fields.title).toEqual({ text, html: text })
})

test('a formula that cannot be typeset is reported at its field, and its TeX is shown', async () => {
  const text = '---\ndate: 2020-01-01\ntitle: 与 $\\fraq$\n---\n\n甲'
  const { fields, problems } = await compileText(text, { fields: { title: '与 $\\fraq$' } })
  expect(problems).toMatchObject([{ line: 3, column: 1, rule: 'formula' }])
  expect(fields.title?.text).toBe('与 \\fraq')
})
