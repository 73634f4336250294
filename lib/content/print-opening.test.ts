import { expect, test } from 'vitest'
import { printOpening } from './print-opening'

const post = { title: 'A < B', lang: 'en', date: '2026-03-01T00:00:00.000Z', summary: 'On order.' } as const
const component = { name: 'LogisticMap', props: {}, inline: false, children: [] }

test('an opening is what stands before the first component', () => {
  const html = printOpening(post, {
    teaser: { nodes: [0, component, 1], html: ['<p>\uFFFE0\uFFFF</p>', '<p>second</p>'] },
    formulas: ['first'],
  })
  expect(html).toContain('<p>first</p>')
  expect(html).not.toContain('second')
  expect(html).not.toContain('On order.')
})

test('an article that begins with a component opens with its summary', () => {
  const teaser = { nodes: [component, 0], html: ['<p>second</p>'] }
  for (const printed of [undefined, { teaser, formulas: [] }])
    expect(printOpening(post, printed)).toContain('<p>On order.</p>')
})

test('a title is text', () => {
  expect(printOpening(post, undefined)).toContain('A &lt; B')
})
