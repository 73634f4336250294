import { translate } from '../../../site/messages/translate.mjs'
import { SourceError } from '../source-error'
import { type DumpText, place, quoteEnd } from './sql-text'

/** What a backslash and a letter mean in a string of MySQL. After others the backslash is dropped, except before `%` and `_`. */
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1a',
  '%': '\\%',
  _: '\\_',
}

/** The name of a table or column, without quotes and without the name of its database. */
export function readName(text: string, start: number): { value: string; end: number } {
  const part = '(?:`[^`]+`|"[^"]+"|[\\w$]+)'
  const name = new RegExp(`(?:${part}\\s*\\.\\s*)*(${part})`, 'y')
  name.lastIndex = start
  const found = name.exec(text)
  const value = found?.[1] ?? ''
  return { value: toUtf8(value.replace(/^[`"]|[`"]$/g, '')), end: found ? name.lastIndex : start }
}

/** The names of the columns of a `CREATE TABLE`, from the offset after its name. */
export function readColumns(text: string, start: number): string[] {
  const open = text.indexOf('(', start)
  const columns: string[] = []
  let depth = 0
  let isStart = false
  for (let index = open; index >= 0 && index < text.length; index++) {
    const character = text[index] ?? ''
    if (isStart && /\S/.test(character)) {
      const { value, end } = readName(text, index)
      const isQuoted = /[`"]/.test(character)
      const isKey = /^(PRIMARY|KEY|UNIQUE|INDEX|CONSTRAINT|FULLTEXT|SPATIAL|FOREIGN|CHECK)$/i.test(value)
      if (value && (isQuoted || !isKey)) columns.push(value)
      isStart = false
      index = Math.max(index, end - 1)
    } else if (character === "'") index = text.indexOf("'", index + 1)
    else if (character === '(') {
      depth++
      isStart = depth === 1
    } else if (character === ',') isStart = depth === 1
    else if (character === ')' && --depth === 0) break
    if (index < 0) break
  }
  return columns
}

/** The rows of an `INSERT`: a list of values for each. @param start offset of the first parenthesis */
export function* readValues(dump: DumpText, start: number): Generator<(string | number | null)[]> {
  const { text } = dump
  const space = /[\s,]*/y
  for (let index = start; ; ) {
    space.lastIndex = index
    space.test(text)
    index = space.lastIndex
    if (text[index] !== '(') return
    const row: (string | number | null)[] = []
    for (index++; text[index] !== ')'; ) {
      const { value, end } = readValue(dump, index)
      row.push(value)
      space.lastIndex = end
      space.test(text)
      index = space.lastIndex
    }
    index++
    yield row
  }
}

function readValue(dump: DumpText, start: number): { value: string | number | null; end: number } {
  const { text } = dump
  const literal =
    /\s*(?:(NULL)|(TRUE|FALSE)|(?:0x|X')([\da-f]*)'?|(-?[\d.]+(?:e[-+]?\d+)?)|(?:_\w+\s*|[EN])?(?='))/iy
  literal.lastIndex = start
  const found = literal.exec(text)
  const end = literal.lastIndex
  if (found?.[1]) return { value: null, end }
  if (found?.[2]) return { value: /true/i.test(found[2]) ? 1 : 0, end }
  if (found?.[3] !== undefined) return { value: Buffer.from(found[3], 'hex').toString(), end }
  if (found?.[4]) return { value: Number(found[4]), end }
  if (!found || text[end] !== "'") throw unknownValue(dump, start)
  const after = quoteEnd(dump, end)
  return { value: readString(dump, end + 1, after - 1), end: after }
}

function unknownValue(dump: DumpText, start: number): SourceError {
  const found = dump.text.slice(start, start + 20).trim()
  return new SourceError(
    translate`${place(dump, start)}: found ${found}…; expected a string, a number or NULL. Export the database with mysqldump, or give its URL or its SQLite file instead.`,
  )
}

/** The value of a string from its first to its last character, without the quotes. */
function readString(dump: DumpText, start: number, end: number): string {
  const raw = dump.text.slice(start, end)
  const value = dump.escapes
    ? raw.replace(/\\([\s\S])|''/g, (_, letter?: string) => (letter ? (escapes[letter] ?? letter) : "'"))
    : raw.replaceAll("''", "'")
  return toUtf8(value)
}

/** Texts of the dump were read as Latin-1, byte by byte. */
function toUtf8(value: string): string {
  return Buffer.from(value, 'latin1').toString('utf8')
}
