import { translate } from '../../../site/messages/translate.mjs'
import { SourceError } from '../source-error'
import type { Database, Row } from './database'
import { place, readDump, statements } from './sql-text'
import { readColumns, readName, readValues } from './sql-values'

/** Where the rows of one `INSERT` start in the dump. */
interface Insert {
  table: string
  columns: readonly string[] | undefined
  /** Offset of the first parenthesis of its rows. */
  rows: number
}

/**
 * Read an SQL dump: what mysqldump, mariadb-dump and phpMyAdmin write, or `pg_dump --inserts`. It is read as Latin-1, in which every
 * byte is a character, so that a table with binary data does not disturb the others; texts are decoded as UTF-8 when they are read.
 *
 * @param name of the file, for messages
 */
export function openDump(bytes: Buffer, name: string): Database {
  const dump = readDump(bytes, name)
  const { text } = dump
  const inserts: Insert[] = []
  const columns = new Map<string, readonly string[]>()
  for (const start of statements(dump)) {
    const created = /CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?/iy
    created.lastIndex = start
    if (created.test(text)) {
      const { value, end } = readName(text, created.lastIndex)
      columns.set(value, readColumns(text, end))
      continue
    }
    const insert = readInsert(text, start)
    if (insert) inserts.push(insert)
    else if (/^COPY\s/i.test(text.slice(start, start + 5)))
      throw new SourceError(
        translate`${place(dump, start)}: found COPY; expected INSERT. Dump with pg_dump --inserts, or give the URL of the database.`,
      )
  }
  return {
    tables: async () => [...new Set([...columns.keys(), ...inserts.map(({ table }) => table)])],
    async *rows(table) {
      for (const insert of inserts) {
        if (insert.table !== table) continue
        const names = insert.columns ?? columns.get(table) ?? []
        for (const values of readValues(dump, insert.rows)) yield toRow(names, values)
      }
    },
    close: async () => {},
  }
}

function toRow(names: readonly string[], values: readonly unknown[]): Row {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]))
}

function readInsert(text: string, start: number): Insert | undefined {
  const head = /(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+/iy
  head.lastIndex = start
  if (!head.test(text)) return undefined
  const table = readName(text, head.lastIndex)
  const list = /\s*(?:\(([^)]*)\)\s*)?VALUES\s*/iy
  list.lastIndex = table.end
  const found = list.exec(text)
  if (!found) return undefined
  const columns = found[1]?.split(',').map((column) => readName(column.trim(), 0).value)
  return { table: table.value, columns, rows: list.lastIndex }
}
