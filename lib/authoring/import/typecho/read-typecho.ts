import { translate } from '../../../site/messages/translate.mjs'
import { toIsoDate } from '../dates'
import { decodeEntities } from '../decode-entities'
import { searchDelimiters } from '../detect-delimiters'
import type { Source, SourceAttachment, SourceComment, SourceDocument } from '../source'
import { type Database, numberOf, type OpenDatabase, type Row, textOf } from './database'
import { isRevision, kindOf, type Outline, outline, toAttachment, toDocument, toRevision } from './documents'
import { lists } from './lists'
import { resolveLocation } from './open'
import { readSite, type TypechoSite } from './site'

/**
 * Read a blog of Typecho. Posts and comments are read from the database while they are iterated, so that memory is bounded.
 *
 * @param location a URL (`mysql://user:password@host/database`, `postgres://…`), a file of SQLite, or an SQL dump;
 *   `#prefix_` at its end chooses among several blogs in one database
 * @throws SourceError if it cannot be opened, or has no tables of Typecho
 */
export async function readTypecho(location: string): Promise<Source> {
  const { open, prefix } = resolveLocation(location)
  const survey = await withDatabase(open, async (database) => {
    const site = await readSite(database, prefix)
    return { site, ...(await surveyContents(database, site)) }
  })
  const { site, outlines, attachments, notes } = survey
  const option = (name: string) => decodeEntities(site.options.get(name) ?? '')
  const url = option('siteUrl')
  const timeZone = timeZoneOf(site.offset)
  return {
    system: 'typecho',
    site: {
      title: option('title'),
      description: option('description'),
      ...(url ? { url } : {}),
      language: (option('lang') || 'zh_CN').replace('_', '-'),
      ...(timeZone ? { timeZone } : {}),
    },
    delimiters: survey.delimiters,
    documents: { [Symbol.asyncIterator]: () => documents(open, survey) },
    lists: lists(site, [...outlines.values()]),
    comments: { [Symbol.asyncIterator]: () => comments(open, site) },
    attachments,
    notes,
  }
}

/** What is read of all contents before their texts. */
interface Survey {
  site: TypechoSite
  outlines: ReadonlyMap<number, Outline>
  /** By the id of their post. */
  revisions: ReadonlyMap<number, Row>
}

async function withDatabase<T>(open: OpenDatabase, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await open()
  try {
    return await use(database)
  } finally {
    await database.close()
  }
}

async function surveyContents(database: Database, site: TypechoSite) {
  const outlines = new Map<number, Outline>()
  /** Pages without their text: the URL of a page may depend on others that follow. */
  const pages: Row[] = []
  const revisions = new Map<number, Row>()
  const attachments: SourceAttachment[] = []
  const skipped = new Map<string, number>()
  const formulas = searchDelimiters()
  for await (const row of database.rows(`${site.prefix}contents`, 'cid')) {
    const kind = kindOf(row)
    if (isRevision(row)) revisions.set(numberOf(row, 'parent'), row)
    else if (kind) {
      if (kind === 'page') pages.push({ ...row, text: '' })
      else outlines.set(numberOf(row, 'cid'), outline(row, kind, site, pages))
      formulas.add(textOf(row, 'text'))
    } else {
      const attachment = textOf(row, 'type') === 'attachment' ? toAttachment(row, site) : undefined
      if (attachment) attachments.push(attachment)
      else skipped.set(textOf(row, 'type'), (skipped.get(textOf(row, 'type')) ?? 0) + 1)
    }
  }
  for (const row of pages) outlines.set(numberOf(row, 'cid'), outline(row, 'page', site, pages))
  const notes = [...skipped].map(([type, count]) => translate`Not imported: ${count} of the type ${type}.`)
  const delimiters = formulas.result([...site.options.values()].join('\n'))
  return { outlines, revisions, attachments, notes, delimiters }
}

async function* documents(open: OpenDatabase, survey: Survey): AsyncGenerator<SourceDocument> {
  const { site, outlines, revisions } = survey
  const database = await open()
  try {
    for await (const row of database.rows(`${site.prefix}contents`, 'cid')) {
      const entry = isRevision(row) ? undefined : outlines.get(numberOf(row, 'cid'))
      if (!entry) continue
      yield toDocument(row, entry, site)
      const revision = revisions.get(entry.id)
      if (revision && textOf(revision, 'text') !== textOf(row, 'text'))
        yield toRevision(revision, entry, site)
    }
  } finally {
    await database.close()
  }
}

async function* comments(open: OpenDatabase, site: TypechoSite): AsyncGenerator<SourceComment> {
  const database = await open()
  try {
    const table = `${site.prefix}comments`
    if (!(await database.tables()).includes(table)) return
    for await (const row of database.rows(table, 'coid')) yield toComment(row, site.offset)
  } finally {
    await database.close()
  }
}

function toComment(row: Row, offset: number): SourceComment {
  const parent = numberOf(row, 'parent')
  const email = textOf(row, 'mail')
  const url = textOf(row, 'url')
  const status = textOf(row, 'status')
  return {
    id: textOf(row, 'coid'),
    document: textOf(row, 'cid'),
    ...(parent > 0 ? { parent: String(parent) } : {}),
    author: textOf(row, 'author'),
    ...(email ? { email } : {}),
    ...(url ? { url } : {}),
    date: toIsoDate(numberOf(row, 'created') * 1000, offset),
    text: textOf(row, 'text'),
    status: status === 'spam' || status === 'waiting' ? status : 'approved',
  }
}

/** Typecho stores an offset, not a time zone. */
function timeZoneOf(offset: number): string | undefined {
  const hours = offset / 3600
  if (hours === 8) return 'Asia/Shanghai'
  if (!Number.isInteger(hours)) return undefined
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}
