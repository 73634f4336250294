import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { createTable, valuesOf } from '../../lib/authoring/import/test-data/typecho-databases'
import type { Table } from '../../lib/authoring/import/test-data/typecho-tables'
import { createFolder, findProgram, freePort, serverUser, withServer } from './server'

/** Run PostgreSQL with the tables. @param use receives the URL of the database, and a dump */
export async function withPostgres(
  folder: string,
  tables: readonly Table[],
  use: (url: string, dump: string) => Promise<void>,
): Promise<void> {
  const [initialise, daemon, dumper] = ['initdb', 'postgres', 'pg_dump'].map(findProgram)
  if (!initialise || !daemon || !dumper) return
  const user = serverUser('postgres')
  createFolder(folder, user)
  const data = join(folder, 'data')
  execFileSync(initialise, ['-D', data, '-U', 'typecho', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
    ...user,
    stdio: 'ignore',
  })
  const port = await freePort()
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder]
  await withServer(daemon, args, { ...user, ready: /ready to accept connections/ }, async () => {
    const url = `postgres://typecho@127.0.0.1:${port}/postgres`
    await load(url, tables)
    const dump = join(folder, 'dump.sql')
    writeFileSync(dump, execFileSync(dumper, ['--inserts', url], { maxBuffer: 1 << 30 }))
    await use(url, dump)
  })
}

async function load(url: string, tables: readonly Table[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const table of tables) {
      await client.query(createTable(table, 'postgres'))
      const marks = Object.keys(table.columns).map((_, index) => `$${index + 1}`)
      for (const row of table.rows)
        await client.query(`INSERT INTO "${table.name}" VALUES (${marks.join(',')})`, valuesOf(table, row))
    }
  } finally {
    await client.end()
  }
}
