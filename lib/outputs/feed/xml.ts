import { XMLBuilder } from 'fast-xml-parser'

// Not the generators of `feedsmith` (3.0.1): they always indent, so the text of a title or a name with `&` begins and ends
// with a line break. They would also make feeds larger.
const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true, cdataPropName: '#cdata' })

/** Print an XML document. Keys that start with `@_` are attributes; `#cdata` is a CDATA section (`markup`). */
export function printXml(document: Record<string, unknown>): string {
  return builder
    .build({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, ...document })
    .replace(notXml, '')
}

/** HTML as the text of an element, in a CDATA section: without escapes a feed is a third smaller. */
export function markup(html: string): { '#cdata': string } {
  return { '#cdata': html }
}

/** Characters that XML 1.0 does not allow. A single one, pasted by an author, would make the feed invalid. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
