import { type Database, type Row, sqlDatabase } from './database'

/** Open a file of SQLite, read-only. */
export async function openSqlite(file: string): Promise<Database> {
  const { Database: Sqlite } = (await import('node-sqlite3-wasm')).default
  const sqlite = new Sqlite(file, { fileMustExist: true, readOnly: true })
  return sqlDatabase({
    query: async (sql, values = []) => sqlite.all(sql, [...values] as number[]) as Row[],
    listTables: "SELECT name FROM sqlite_master WHERE type = 'table'",
    quote: (name) => `"${name.replaceAll('"', '""')}"`,
    placeholder: '?',
    close: async () => sqlite.close(),
  })
}
