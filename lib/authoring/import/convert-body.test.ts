import { expect, test } from 'vitest'
import { listPageFormulas } from '../../markdown/list-formulas'
import { testSite } from '../../site/test-site'
import { type BodyContext, convertBody } from './convert-body'
import { dollarDelimiters } from './formulas/find-formulas'
import { comparedTex } from './formulas/formula'
import { formulaCases } from './formulas/formula-cases'
import type { MathDelimiters, Source, SourceDocument } from './source'

const context: BodyContext = {
  system: 'markdown',
  delimiters: { ...dollarDelimiters, numbering: 'ams' },
  settings: testSite,
  title: '标题',
  findDocument: (name) => (name === 'other' ? { url: '/posts/other', title: '另一篇' } : undefined),
  rewriteUrl: () => undefined,
}

function convert(
  body: string,
  format: SourceDocument['format'] = 'markdown',
  system: Source['system'] = 'markdown',
  delimiters: Partial<MathDelimiters> = {},
) {
  return convertBody(
    { body, format },
    { ...context, system, delimiters: { ...context.delimiters, ...delimiters } },
  )
}

const texOf = (source: string) =>
  comparedTex(source.startsWith('\\begin') ? source : source.replace(/^\$+|\$+$/g, ''))
const read = (text: string) =>
  listPageFormulas(text, { settings: testSite, components: [] }).map(({ tex }) => comparedTex(tex))

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

test.each(formulaCases)('keeps $source, also in HTML', ({ source, display }) => {
  const expected = [texOf(source)]
  const markdown = display ? `前文\n\n${source}\n\n后文` : `前文 ${source} 后文`
  expect(read(convert(markdown).text)).toEqual(expected)
  expect(read(convert(`<p>前文 ${escapeHtml(source)} 后文</p>`, 'html').text)).toEqual(expected)
})

test('keeps all of them in one document, in quotes and lists, with CRLF', () => {
  const texts = formulaCases.map(({ source }) => source)
  const expected = texts.map(texOf)
  const plain = texts.map((text, index) => `第 ${index} 条 ${text} 完。`).join('\n\n')
  expect(convert(plain).unread).toEqual([])
  expect(read(convert(plain).text)).toEqual(expected)
  expect(read(convert(plain.replace(/\n/g, '\r\n')).text)).toEqual(expected)
  const quoted = plain.replace(/^/gm, '> ')
  expect(read(convert(quoted).text)).toEqual(expected)
  const html = `<ul>${texts.map((text) => `<li>项 ${escapeHtml(text)}</li>`).join('')}</ul>`
  const list = convert(html, 'html')
  expect(list.unread).toEqual([])
  expect(read(list.text)).toEqual(expected)
})
