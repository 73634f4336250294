import { XMLBuilder } from 'fast-xml-parser'

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true, cdataPropName: '#cdata' })

/** Print a document: attributes start with `@_`, `#cdata` is text with markup in it (`markup`). */
export function printXml(document: Record<string, unknown>): string {
  return builder
    .build({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, ...document })
    .replace(notXml, '')
}

/** HTML as the text of an element; nothing in it is escaped, which saves a third of a feed. */
export function markup(html: string): { '#cdata': string } {
  return { '#cdata': html }
}

/** Characters that XML 1.0 cannot carry at all: one pasted by an author would break the feed for every reader. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
