import { type Database, type Row, sqlDatabase } from './database'

/** Connect to PostgreSQL by its URL. */
export async function openPostgres(url: string): Promise<Database> {
  const { Client } = (await import('pg')).default
  const client = new Client({ connectionString: url })
  await client.connect()
  return sqlDatabase({
    async query(sql, values = []) {
      return (await client.query<Row>(sql, [...values])).rows
    },
    listTables:
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()',
    quote: (name) => `"${name.replaceAll('"', '""')}"`,
    placeholder: '$1',
    close: () => client.end(),
  })
}
