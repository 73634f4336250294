import { type Database, type Row, sqlDatabase } from './database'

/** Connect to MySQL or MariaDB by its URL. */
export async function openMysql(url: string): Promise<Database> {
  const { createConnection } = await import('mysql2/promise')
  const connection = await createConnection({ uri: url.replace(/^mariadb:/, 'mysql:'), charset: 'utf8mb4' })
  return sqlDatabase({
    async query(sql, values = []) {
      const [rows] = await connection.query(sql, [...values])
      return rows as Row[]
    },
    listTables: 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    quote: (name) => `\`${name.replaceAll('`', '``')}\``,
    placeholder: '?',
    close: () => connection.end(),
  })
}
