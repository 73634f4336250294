import { plugins } from '@citation-js/core'
import { expect, test } from 'vitest'
import { site } from '../../site.config'
import type { Post } from '../content/types'
import { citeAsText } from './cite'
import { toCsl } from './csl'
import { citationFormats } from './formats'

const post = {
  slug: 'cycloid',
  url: '/posts/cycloid',
  title: '摆线 & 时间: 100% of $x_1$',
  lang: 'zh-CN',
  date: '2010-05-19T14:05:00Z',
} as Post
const authors = [
  { id: 'a', name: '沈砚' },
  { id: 'b', name: 'Lin and Sons' },
]
const source = { title: '原文', author: '原作者', url: 'https://example.org/original' }
const { bib, ris, json } = citationFormats
const read = (text: string) => plugins.input.chain(text, { generateGraph: false })

test('a post is cited with its authors, date, title, site and address', () => {
  expect(citeAsText({ ...post, title: '摆线' }, authors.slice(0, 1))).toBe(
    `沈砚. (2010-05-19). 摆线. ${site.name}. ${site.url}/posts/cycloid`,
  )
})

test('BibTeX says what the post says, whatever stands in its title', () => {
  const text = bib.write(toCsl(post, authors))
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

test('RIS has a line for each field, from its type to its end', () => {
  const text = ris.write(toCsl(post, authors))
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

test('CSL-JSON is a list of one work', () => {
  expect(JSON.parse(json.write(toCsl(post, authors)))).toEqual([toCsl(post, authors)])
})

test('a repost is cited as its original, with nothing of ours', () => {
  const repost = { ...post, source }
  expect(citeAsText(repost, authors)).toBe('原作者. 原文. https://example.org/original')
  for (const { write } of [bib, ris, json]) {
    const text = write(toCsl(repost, authors))
    expect(text).toContain('原作者')
    expect(text).toContain(source.url)
    for (const ours of ['沈砚', '2010', site.url, site.name]) expect(text).not.toContain(ours)
  }
})

test('a slug that is not ASCII gives a key that is', () => {
  expect(bib.write(toCsl({ ...post, slug: '摆线' }, authors))).toContain('@online{post-2010-05-19,')
})
