import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path/posix'
import { XMLParser } from 'fast-xml-parser'
import { translate } from '../../../site/messages/translate.mjs'
import { SourceError } from '../source-error'

/** A part of an export: the site with its categories and tags, or a post, page or file. */
export type Part = { channel: Node } | { item: Node }

/** An element of XML: its children by their names, attributes with `@`. Elements that may be repeated are arrays. */
export type Node = Readonly<Record<string, unknown>>

const repeated = new Set([
  'category',
  'wp:postmeta',
  'wp:comment',
  'wp:author',
  'wp:category',
  'wp:tag',
  'wp:term',
])
/** No tag has more characters. */
const tagLength = 1_000

/** The files of an export: one file, or all `.xml` files of a folder. WordPress.com divides large exports. */
export function exportFiles(location: string): string[] {
  if (!existsSync(location))
    throw new SourceError(
      translate`${location} does not exist; expected the file that WordPress writes under Tools → Export.`,
    )
  if (!statSync(location).isDirectory()) return [location]
  const files = readdirSync(location)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => join(location, name))
  if (files.length === 0)
    throw new SourceError(
      translate`${location} has no .xml files; expected those that WordPress writes under Tools → Export.`,
    )
  return files
}

/** Read the parts of an export one after the other; only one of them is in memory. */
export async function* readParts(file: string): AsyncGenerator<Part> {
  const parser = createParser()
  for await (const { xml, isItem } of splitItems(file)) {
    const { channel, item } = parse(parser, xml, file, isItem)
    if (channel) yield { channel }
    if (item) yield { item }
  }
}

function createParser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    // Texts are kept as they are: a post may start with a space, and a title may be a number.
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: true,
    isArray: (name) => repeated.has(name),
  })
}

function parse(parser: XMLParser, xml: string, file: string, isItem: boolean) {
  try {
    const root = parser.parse(xml) as { rss?: { channel?: Node }; item?: Node }
    if (isItem) return { item: root.item }
    if (root.rss?.channel) return { channel: root.rss.channel }
  } catch (error) {
    throw new SourceError(
      translate`${file} cannot be read: ${(error as Error).message}. It may be damaged: export it again.`,
    )
  }
  throw new SourceError(translate`${file} is no export of WordPress; expected <rss> with <channel>.`)
}

/** Split an export at `<item>…</item>`. The first part is what precedes the items. Tags in CDATA are text. */
async function* splitItems(file: string): AsyncGenerator<{ xml: string; isItem: boolean }> {
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })
  let rest = ''
  /** Up to here there is no start or end of an item. */
  let searched = 0
  let isItem = false
  for await (const chunk of stream) {
    rest += chunk
    for (let tag = nextTag(rest, searched, isItem); ; tag = nextTag(rest, searched, isItem)) {
      searched = tag.searched
      if (tag.end === undefined) break
      const end = isItem ? tag.end : tag.start
      const xml = rest.slice(0, end)
      yield isItem ? { xml, isItem } : { xml: `${xml}</channel></rss>`, isItem }
      rest = rest.slice(end)
      searched = 0
      isItem = true
    }
  }
  if (!isItem) yield { xml: rest, isItem }
}

/** Find the next `<item>`, or `</item>` within an item. */
function nextTag(
  text: string,
  from: number,
  isItem: boolean,
): { searched: number; start: number; end?: number } {
  const pattern = isItem ? /<!\[CDATA\[|<\/item\s*>/g : /<!\[CDATA\[|<item\b[^>]*>/g
  let searched = from
  pattern.lastIndex = from
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    if (found[0] !== '<![CDATA[') return { searched: found.index, start: found.index, end: pattern.lastIndex }
    const end = text.indexOf(']]>', pattern.lastIndex)
    if (end < 0) return { searched: found.index, start: 0 }
    pattern.lastIndex = end + 3
    searched = end + 3
  }
  return { searched: Math.max(searched, text.length - tagLength), start: 0 }
}

/** The text of an element; empty if it is missing. */
export function textOf(node: Node, name: string): string {
  return toText(node[name])
}

/** The text of a value of the parser: an element with attributes is an object. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n')
  if (Array.isArray(value)) return toText(value[0])
  return typeof value === 'object' && value !== null ? toText((value as Node)['#text']) : ''
}

/** Repeated elements; none if they are missing. */
export function nodesOf(node: Node, name: string): Node[] {
  const value = node[name]
  return Array.isArray(value)
    ? value.map((each) => (typeof each === 'string' ? { '#text': each } : each))
    : []
}
