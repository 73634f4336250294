// Reads the same blog of Typecho from MariaDB, PostgreSQL, SQLite and from the dumps of their own programs, and compares everything.
// `npm run test:slow` runs it. Servers run on this computer only, with their data in a temporary folder.
import { deepStrictEqual } from 'node:assert'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBlog } from '../../lib/authoring/import/test-data/blog'
import { formulasOf, readAll } from '../../lib/authoring/import/test-data/read-source'
import { writeSqlite } from '../../lib/authoring/import/test-data/typecho-databases'
import { typechoTables } from '../../lib/authoring/import/test-data/typecho-tables'
import { readTypecho } from '../../lib/authoring/import/typecho/read-typecho'
import { withMariadb } from './mariadb'
import { withPostgres } from './postgres'

const blog = createBlog(210)
const tables = typechoTables(blog)
const folder = mkdtempSync(join(tmpdir(), 'lemma-servers-'))
// Servers run as other users.
chmodSync(folder, 0o755)
try {
  const sqlite = join(folder, 'typecho.db')
  writeSqlite(sqlite, tables)
  const expected = await read(sqlite)
  const formulas = blog.posts.map((post) => post.formulas)
  deepStrictEqual(expected.documents.slice(0, formulas.length).map(formulasOf), formulas)
  const compare = async (name: string, location: string) => {
    const start = performance.now()
    deepStrictEqual(await read(location), expected)
    console.log(
      `${name}: the same ${formulas.flat().length} formulas, ${Math.round(performance.now() - start)} ms`,
    )
  }
  await withMariadb(join(folder, 'mariadb'), tables, async (url, dump) => {
    await compare('MariaDB', url)
    await compare('mariadb-dump', dump)
  })
  await withPostgres(join(folder, 'postgres'), tables, async (url, dump) => {
    await compare('PostgreSQL', url)
    await compare('pg_dump --inserts', dump)
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function read(location: string) {
  const source = await readTypecho(location)
  return { ...source, ...(await readAll(source)) }
}
