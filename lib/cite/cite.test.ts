import { expect, test } from 'vitest'
import { site } from '../../site.config'
import type { Post } from '../content/types'
import { cite } from './cite'

const post = {
  slug: 'cycloid',
  url: '/posts/cycloid',
  title: '摆线 & 时间',
  lang: 'zh-CN',
  date: '2010-05-19T14:05:00Z',
} as Post
const authors = [{ id: 'a', name: '沈砚' }]

test('a post is cited with its authors, date, title, site and address', () => {
  const { text } = cite(post, authors)
  expect(text).toBe(`沈砚. (2010-05-19). 摆线 & 时间. ${site.name}. ${site.url}/posts/cycloid`)
})

test('BibTeX escapes what TeX reads as commands', () => {
  const { bibtex } = cite(post, authors)
  expect(bibtex).toContain('@online{cycloid,')
  expect(bibtex).toContain('title = {{摆线 \\& 时间}},')
})

test('a repost is cited as its original', () => {
  const source = { title: '原文', author: '原作者', url: 'https://example.org/original' }
  expect(cite({ ...post, source }, authors).text).toContain('原作者')
  expect(cite({ ...post, source }, authors).text).toContain('https://example.org/original')
})

test('a slug that is not ASCII gives a key that is', () => {
  expect(cite({ ...post, slug: '摆线' }, authors).bibtex).toContain('@online{post-2010-05-19,')
})
