import { plugins } from '@citation-js/core'
import { expect, test } from 'vitest'
import { createTestPost } from '../../published/test-post'
import { testSite as site } from '../../site/test-site'
import { citeAsText } from './cite'
import { toCsl } from './csl'
import { citationWriters } from './formats'

const post = createTestPost({
  slug: 'cycloid',
  url: '/posts/cycloid',
  title: '摆线 & 时间: 100% of $x_1$',
  lang: 'zh-CN',
  date: '2010-05-19T14:05:00Z',
})
const authors = [
  { id: 'a', name: '沈砚' },
  { id: 'b', name: 'Lin and Sons' },
]
const source = { title: '原文', author: '原作者', url: 'https://example.org/original' }
const { bib, ris, json } = citationWriters
const read = (text: string) => plugins.input.chain(text, { generateGraph: false })

test('cites a post with its authors, date, title, site and URL', () => {
  expect(citeAsText({ ...post, title: '摆线' }, authors.slice(0, 1), site)).toBe(
    `沈砚. (2010-05-19). 摆线. ${site.name}. ${site.url}/posts/cycloid`,
  )
})

test('BibTeX contains the data of the post, with special characters in its title', () => {
  const text = bib.write(toCsl(post, authors, site))
  expect(text).toContain('@online{cycloid,')
  expect(read(text)).toMatchObject([
    {
      id: 'cycloid',
      type: 'webpage',
      title: post.title,
      author: [{ family: '沈砚' }, { family: 'Lin and Sons' }],
      issued: { 'date-parts': [[2010, 5, 19]] },
      URL: `${site.url}/posts/cycloid`,
    },
  ])
})

test('RIS has one line for each field, from the type to the end of the record', () => {
  const text = ris.write(toCsl(post, authors, site))
  const lines = text.trimEnd().split(/\r?\n/)
  expect(lines[0]).toMatch(/^TY {2}- /)
  expect(lines.at(-1)).toMatch(/^ER {2}-/)
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- \S/)
  expect(lines).toEqual(
    expect.arrayContaining([
      'AU  - 沈砚',
      'AU  - Lin and Sons',
      'PY  - 2010',
      `TI  - ${post.title}`,
      `UR  - ${site.url}/posts/cycloid`,
    ]),
  )
})

test('CSL-JSON is a list of one item', () => {
  expect(JSON.parse(json.write(toCsl(post, authors, site)))).toEqual([toCsl(post, authors, site)])
})

test('cites a repost as its original, without data of this site', () => {
  const repost = { ...post, source }
  expect(citeAsText(repost, authors, site)).toBe('原作者. 原文. https://example.org/original')
  for (const { write } of [bib, ris, json]) {
    const text = write(toCsl(repost, authors, site))
    expect(text).toContain('原作者')
    expect(text).toContain(source.url)
    for (const ours of ['沈砚', '2010', site.url, site.name]) expect(text).not.toContain(ours)
  }
})

test('derives an ASCII key from a slug that is not ASCII', () => {
  expect(bib.write(toCsl({ ...post, slug: '摆线' }, authors, site))).toContain('@online{post-2010-05-19,')
})
