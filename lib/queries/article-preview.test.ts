import { expect, test } from 'vitest'
import { testSite } from '../site/test-site'
import { printArticlePreview } from './article-preview'

const post = { title: 'A < B', lang: 'en', date: '2026-03-01T00:00:00.000Z', summary: 'On order.' } as const
const component = { name: 'LogisticMap', props: {}, inline: false, children: [] }

test('contains the teaser up to the first component', () => {
  const html = printArticlePreview(
    post,
    {
      teaser: { nodes: [0, component, 1], html: ['<p>\uFFFE0\uFFFF</p>', '<p>second</p>'] },
      formulas: ['first'],
    },
    testSite,
  )
  expect(html).toContain('<p>first</p>')
  expect(html).not.toContain('second')
  expect(html).not.toContain('On order.')
})

test('contains the summary if the teaser begins with a component', () => {
  const teaser = { nodes: [component, 0], html: ['<p>second</p>'] }
  for (const printed of [undefined, { teaser, formulas: [] }])
    expect(printArticlePreview(post, printed, testSite)).toContain('<p>On order.</p>')
})

test('escapes the title', () => {
  expect(printArticlePreview(post, undefined, testSite)).toContain('A &lt; B')
})
