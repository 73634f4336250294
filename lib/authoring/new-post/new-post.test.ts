import { expect, test } from 'vitest'
import { checkFile } from '../front-matter/check-file'
import { documentTypes } from '../front-matter/document-types'
import { printDraft, slugify } from './new-post'

test.each([
  ['最速降线 与摆线', '最速降线-与摆线'],
  ['What is “a” Number?', 'what-is-a-number'],
  ['！？', 'untitled'],
  ['Con', 'post-con'],
  ['LPT1', 'post-lpt1'],
  ['Console', 'console'],
])('the slug of %s is %s', (title, slug) => expect(slugify(title)).toBe(slug))

test('a draft has valid front matter, with the time in the time zone of the site', () => {
  const text = printDraft('"甲": 乙', 'Asia/Shanghai', new Date('2026-01-01T20:30:00Z'))
  expect(text).toContain('date: 2026-01-02 04:30\n')
  expect(checkFile('content/posts/x.mdx', text, documentTypes.posts, 'Asia/Shanghai')).toEqual([])
})
