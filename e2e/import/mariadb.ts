import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { createTable, valuesOf } from '../../lib/authoring/import/test-data/typecho-databases'
import type { Table } from '../../lib/authoring/import/test-data/typecho-tables'
import { createFolder, findProgram, freePort, serverUser, withServer } from './server'

/** Run MariaDB with the tables. @param use receives the URL of the database, and a dump */
export async function withMariadb(
  folder: string,
  tables: readonly Table[],
  use: (url: string, dump: string) => Promise<void>,
): Promise<void> {
  const [install, daemon, dumper] = ['mariadb-install-db', 'mariadbd', 'mariadb-dump'].map(findProgram)
  if (!install || !daemon || !dumper) return
  const user = serverUser('mysql')
  createFolder(folder, user)
  const data = [`--datadir=${join(folder, 'data')}`, '--no-defaults']
  createFolder(join(folder, 'data'), user)
  execFileSync(
    install,
    ['--no-defaults', data[0] ?? '', '--auth-root-authentication-method=normal', '--skip-test-db'],
    {
      ...user,
      stdio: 'ignore',
    },
  )
  const port = await freePort()
  const socket = join(folder, 'socket')
  const args = [
    '--no-defaults',
    data[0] ?? '',
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    `--socket=${socket}`,
  ]
  await withServer(daemon, args, { ...user, ready: /ready for connections/ }, async () => {
    const root = `mysql://root@127.0.0.1:${port}`
    await load(root, tables)
    const dump = join(folder, 'dump.sql')
    const to = [`--port=${port}`, '--host=127.0.0.1', '--user=root', 'typecho']
    writeFileSync(dump, execFileSync(dumper, ['--no-defaults', ...to], { maxBuffer: 1 << 30 }))
    await use(`${root}/typecho`, dump)
  })
}

async function load(url: string, tables: readonly Table[]): Promise<void> {
  const connection = await createConnection({ uri: url, charset: 'utf8mb4' })
  try {
    await connection.query('CREATE DATABASE typecho CHARACTER SET utf8mb4')
    await connection.query('USE typecho')
    for (const table of tables) {
      await connection.query(createTable(table, 'mysql'))
      for (const row of table.rows)
        await connection.query(`INSERT INTO \`${table.name}\` VALUES (?)`, [valuesOf(table, row)])
    }
  } finally {
    await connection.end()
  }
}
