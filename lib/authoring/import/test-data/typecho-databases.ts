import sqlite from 'node-sqlite3-wasm'
import type { Table } from './typecho-tables'

const types = {
  mysql: { id: 'int unsigned NOT NULL', integer: 'int', text: 'longtext', float: 'float' },
  postgres: { id: 'INT NOT NULL', integer: 'INT', text: 'TEXT', float: 'REAL' },
  sqlite: { id: 'INTEGER NOT NULL', integer: 'int(10)', text: 'text', float: 'numeric' },
}

/** `CREATE TABLE` for a kind of database. */
export function createTable({ name, columns, key }: Table, kind: keyof typeof types): string {
  const quote = (each: string) => (kind === 'mysql' ? `\`${each}\`` : `"${each}"`)
  const lines = Object.entries(columns).map(([column, type]) => {
    // MySQL cannot index texts of any length.
    const isKeyText = kind === 'mysql' && type === 'text' && key.includes(column)
    return `  ${quote(column)} ${isKeyText ? 'varchar(150)' : types[kind][type]}`
  })
  const all = [...lines, `  PRIMARY KEY (${key.map(quote).join(',')})`]
  return `CREATE TABLE ${quote(name)} (\n${all.join(',\n')}\n)${kind === 'mysql' ? ' DEFAULT CHARSET=utf8mb4' : ''}`
}

/** Values of a row in the order of its columns. */
export function valuesOf({ columns }: Table, row: Table['rows'][number]): (string | number | null)[] {
  return Object.keys(columns).map((column) => row[column] ?? null)
}

/** Write the tables to a file of SQLite. */
export function writeSqlite(file: string, tables: readonly Table[]): void {
  const database = new sqlite.Database(file)
  try {
    for (const table of tables) {
      database.run(createTable(table, 'sqlite'))
      const marks = Object.keys(table.columns).map(() => '?')
      const insert = database.prepare(`INSERT INTO "${table.name}" VALUES (${marks.join(',')})`)
      database.run('BEGIN')
      for (const row of table.rows) insert.run(valuesOf(table, row) as never)
      database.run('COMMIT')
      insert.finalize()
    }
  } finally {
    database.close()
  }
}

/** The tables as mysqldump writes them. */
export function printDump(tables: readonly Table[]): string {
  const escapes: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r' }
  const print = (value: string | number | null) =>
    typeof value === 'string'
      ? `'${value.replace(/[\\'"\n\r]/g, (character) => `\\${escapes[character] ?? character}`)}'`
      : String(value ?? 'NULL')
  const inserts = tables.map(
    (table) => `--
-- Table structure for table \`${table.name}\`; it's a comment
--

DROP TABLE IF EXISTS \`${table.name}\`;
/*!40101 SET character_set_client = utf8mb4 */;
${createTable(table, 'mysql')};

LOCK TABLES \`${table.name}\` WRITE;
/*!40000 ALTER TABLE \`${table.name}\` DISABLE KEYS */;
INSERT INTO \`${table.name}\` VALUES ${table.rows.map((row) => `(${valuesOf(table, row).map(print).join(',')})`).join(',')};
UNLOCK TABLES;
`,
  )
  return `-- MariaDB dump\n\n/*!40101 SET NAMES utf8mb4 */;\n\n${inserts.join('\n')}`
}
