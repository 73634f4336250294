import { listed, translate } from '../../../site/messages/translate.mjs'
import { decodeEntities } from '../decode-entities'
import { SourceError } from '../source-error'
import { type Database, numberOf, type Row, textOf } from './database'
import { readPhpValue } from './php-value'
import { type Routes, readRoutes } from './routes'

/** A category or tag. */
export interface Meta {
  id: number
  kind: 'category' | 'tag'
  name: string
  slug: string
  /** Id of the category that contains it, or 0. */
  parent: number
  order: number
}

/** What is small enough to be kept in memory: everything but posts and comments. */
export interface TypechoSite {
  prefix: string
  options: ReadonlyMap<string, string>
  /** Seconds from UTC to the time of the site. */
  offset: number
  routes: Routes
  metas: ReadonlyMap<number, Meta>
  /** Categories, then tags, of each post. */
  metasOf: ReadonlyMap<number, readonly Meta[]>
  /** Custom fields of each post. */
  fieldsOf: ReadonlyMap<number, Readonly<Record<string, unknown>>>
  /** Names of the authors. */
  authors: ReadonlyMap<number, string>
}

/** Read the small tables. @param chosen the prefix of the tables, if the author gave one */
export async function readSite(database: Database, chosen?: string): Promise<TypechoSite> {
  const tables = await database.tables()
  const prefix = findPrefix(tables, chosen)
  const read = (name: string) => rowsOf(database, tables, prefix + name)
  const options = new Map<string, string>()
  for (const row of await read('options'))
    if (numberOf(row, 'user') === 0) options.set(textOf(row, 'name'), textOf(row, 'value'))
  const metas = new Map<number, Meta>()
  for (const row of await read('metas')) {
    const meta = toMeta(row)
    if (meta) metas.set(meta.id, meta)
  }
  const users = await read('users')
  return {
    prefix,
    options,
    offset: Number(options.get('timezone')) || 0,
    routes: readRoutes(options),
    metas,
    metasOf: groupMetas(await read('relationships'), metas),
    fieldsOf: groupFields(await read('fields')),
    authors: new Map(
      users.map((row) => [numberOf(row, 'uid'), textOf(row, 'screenName') || textOf(row, 'name')]),
    ),
  }
}

/** The rows of a small table; none if an old version of Typecho did not have it. */
async function rowsOf(database: Database, tables: readonly string[], table: string): Promise<Row[]> {
  const rows: Row[] = []
  if (tables.includes(table)) for await (const row of database.rows(table)) rows.push(row)
  return rows
}

/** Typecho's tables have a common prefix, which the author of the blog chose. */
function findPrefix(tables: readonly string[], chosen: string | undefined): string {
  const required = ['contents', 'metas', 'relationships', 'options']
  const prefixes = tables
    .filter((table) => table.endsWith('contents'))
    .map((table) => table.slice(0, -'contents'.length))
    .filter((prefix) => required.every((name) => tables.includes(prefix + name)))
  if (chosen !== undefined && prefixes.includes(chosen)) return chosen
  const [prefix, ...others] = prefixes
  if (prefix === undefined)
    throw new SourceError(
      translate`Found the tables ${listed(tables) || translate`(none)`}; expected those of Typecho: typecho_contents, typecho_metas, typecho_relationships and typecho_options, with any prefix. Check the name of the database.`,
    )
  if (chosen !== undefined || others.length > 0)
    throw new SourceError(
      translate`Found blogs with the prefixes ${listed(prefixes)}; expected ${chosen === undefined ? translate`one` : chosen}. Add the prefix to the location: …#${prefix}`,
    )
  return prefix
}

function toMeta(row: Row): Meta | undefined {
  const kind = textOf(row, 'type')
  if (kind !== 'category' && kind !== 'tag') return undefined
  return {
    id: numberOf(row, 'mid'),
    kind,
    name: decodeEntities(textOf(row, 'name')),
    slug: textOf(row, 'slug'),
    parent: numberOf(row, 'parent'),
    order: numberOf(row, 'order'),
  }
}

function groupMetas(rows: readonly Row[], metas: ReadonlyMap<number, Meta>): Map<number, Meta[]> {
  const groups = new Map<number, Meta[]>()
  for (const row of rows) {
    const post = numberOf(row, 'cid')
    const meta = metas.get(numberOf(row, 'mid'))
    if (meta) groups.set(post, [...(groups.get(post) ?? []), meta])
  }
  for (const [post, group] of groups)
    groups.set(
      post,
      group.sort((a, b) => a.kind.localeCompare(b.kind) || a.order - b.order || a.id - b.id),
    )
  return groups
}

function groupFields(rows: readonly Row[]): Map<number, Record<string, unknown>> {
  const groups = new Map<number, Record<string, unknown>>()
  for (const row of rows) {
    const post = numberOf(row, 'cid')
    groups.set(post, { ...groups.get(post), [textOf(row, 'name')]: fieldValue(row) })
  }
  return groups
}

function fieldValue(row: Row): unknown {
  const type = textOf(row, 'type')
  if (type === 'int' || type === 'float') return numberOf(row, `${type}_value`)
  const text = textOf(row, 'str_value')
  return type === 'json' ? (readPhpValue(text) ?? text) : text
}

/** The slugs of a category and of those that contain it, the outermost first. */
export function directoryOf(meta: Meta, metas: ReadonlyMap<number, Meta>): string[] {
  const slugs: string[] = []
  const seen = new Set<number>()
  for (let at: Meta | undefined = meta; at && !seen.has(at.id); at = metas.get(at.parent)) {
    seen.add(at.id)
    slugs.unshift(at.slug)
  }
  return slugs
}
