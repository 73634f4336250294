/** A row of a table. Values are as the database returns them: read them with `textOf` and `numberOf`. */
export type Row = Readonly<Record<string, unknown>>

/** A database with the tables of Typecho, whatever stores it. */
export interface Database {
  /** Names of all tables. */
  tables(): Promise<readonly string[]>
  /**
   * The rows of a table. With a key, a unique column of positive integers, they are read in portions, so that memory is bounded.
   */
  rows(table: string, key?: string): AsyncIterable<Row>
  close(): Promise<void>
}

/** Opens the same database at each call. A connection is open only while rows are read, so no program waits for it. */
export type OpenDatabase = () => Promise<Database>

/** A connection that understands SQL. */
export interface Connection {
  query(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** A query for the names of all tables, in a column `name`. */
  listTables: string
  /** Quote the name of a table or column. */
  quote(name: string): string
  /** The placeholder of the only value of a query. */
  placeholder: string
  close(): Promise<void>
}

const portion = 200

/** A database that is read with SQL. */
export function sqlDatabase(connection: Connection): Database {
  const { quote } = connection
  return {
    async tables() {
      return (await connection.query(connection.listTables)).map((row) => textOf(row, 'name'))
    },
    async *rows(table, key) {
      if (!key) {
        yield* await connection.query(`SELECT * FROM ${quote(table)}`)
        return
      }
      const after = `WHERE ${quote(key)} > ${connection.placeholder} ORDER BY ${quote(key)} LIMIT ${portion}`
      for (let last = 0; ; ) {
        const rows = await connection.query(`SELECT * FROM ${quote(table)} ${after}`, [last])
        yield* rows
        if (rows.length < portion) return
        last = numberOf(rows.at(-1) ?? {}, key)
      }
    },
    close: () => connection.close(),
  }
}

/** A column as text; empty if it is missing or NULL. Line breaks are those that browsers see. */
export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (value === null || value === undefined) return ''
  // A column of a binary type.
  const text = value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)
  return text.replace(/\r\n?/g, '\n')
}

/** A column as a number; 0 if it is missing, NULL or no number. */
export function numberOf(row: Row, column: string): number {
  const number = Number(row[column] ?? 0)
  return Number.isFinite(number) ? number : 0
}
