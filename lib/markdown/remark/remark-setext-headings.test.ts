import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { remarkSetextHeadings } from './remark-setext-headings'

const inputs = [
  '甲\n===\n\n乙\n---\n\n- 丙\n  ---\n',
  '> 引\n> ---\n\n文\n***\n---\n',
  '[a]: /b\n标题\n---\n\n[a]: /c\n---\n\n[a]\n',
  '两行\n标题\n=\n正文\n\n---\n\n    码\n---\n',
  '1. 甲\n---\n\n| 表 |\n| - |\n| x |\n---\n',
]

test.each(inputs)('parses headings with underlines as CommonMark does: %j', (input) => {
  const parser = unified().use(remarkParse).use(remarkGfm)
  expect(unified().use(remarkParse).use(remarkGfm).use(remarkSetextHeadings).parse(input)).toEqual(
    parser.parse(input),
  )
})
