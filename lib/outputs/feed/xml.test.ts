import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { markup, printXml } from './xml'

const readBack = (text: string, html: string) => {
  const xml = printXml({ a: { '@_b': text, c: text, d: markup(html) } })
  expect(XMLValidator.validate(xml)).toBe(true)
  const { a } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', trimValues: false }).parse(
    xml,
  )
  return [a['@b'], a.c, a.d]
}

test('text and markup survive printing and parsing', () => {
  const text = 'A & B < "C" > \u{1F600} 引理'
  const html = '<p>a[b[0]]>0 ]]></p>'
  expect(readBack(text, html)).toEqual([text, text, html])
})

test('removes characters that XML does not allow, such as a pasted control character', () => {
  expect(readBack('a\u0008b\uFFFEc\uD800d', '<p>\u0000e\u001B</p>')).toEqual(['abcd', 'abcd', '<p>e</p>'])
})
