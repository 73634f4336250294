import type { Element } from 'hast'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { readBibliography } from './bibliography'
import { addCitation, createCitations, formatCitations, parseCitation } from './citations'

const bibliography = readBibliography(
  '@book{hua1957, author = {华罗庚}, title = {数论导引}, year = {1957}}',
  'a.bib',
)
const options = { style: 'gb-t-7714', lang: 'zh-CN', title: '参考文献' } as const
const createElement = (): Element => ({ type: 'element', tagName: 'span', properties: {}, children: [] })

test('a citation becomes a link to the list of works', () => {
  const citations = createCitations(new VFile(), bibliography)
  const element = createElement()
  addCitation(citations, element, [{ key: 'hua1957' }], new Map())
  const cited = formatCitations(citations, options)
  expect(element).toMatchObject({ tagName: 'a', properties: { href: '#ref-hua1957' } })
  expect(cited?.works.map(({ id }) => id)).toEqual(['hua1957'])
  expect(JSON.stringify(cited?.section)).toContain('ref-hua1957')
})

test('an unknown key is reported with a similar key or label, and stays text', () => {
  const citations = createCitations(new VFile(), bibliography)
  const element = createElement()
  addCitation(citations, element, [{ key: 'hua1975' }, { key: 'thm-b' }], new Map([['thm-a', {}]]))
  expect(citations.file.data.problems?.map(({ hint }) => hint)).toEqual([
    'Did you mean @hua1957?',
    'Did you mean @thm-a?',
  ])
  expect(element.children).toEqual([{ type: 'text', value: '[@hua1975][@thm-b]' }])
  expect(formatCitations(citations, options)).toBeUndefined()
})

test.each(['', '{', '{"key":"a"}', '[1, null]'])("an author's attribute %j is no citation", (json) => {
  expect(parseCitation(json)).toEqual([])
})
