import { basename, dirname } from 'node:path/posix'
import { translate } from '../../../site/messages/translate.mjs'
import type { Source, SourceDocument } from '../source'
import { SourceError } from '../source-error'
import { listAttachments } from './attachments'
import { fromInstant, readSourceDate } from './dates'
import { changedAt, type Folder, isMarkdown, readTextFile } from './folder'
import { readSourceFile, toText, toTexts } from './front-matter'
import { markdownDelimiters } from './read-math-config'

/** Read the vault of Obsidian. */
export function readObsidian(folder: Folder): Source {
  return readNotes(folder, 'obsidian')
}

/** Read a folder of Markdown files. */
export function readMarkdownFolder(folder: Folder): Source {
  return readNotes(folder, 'markdown')
}

function readNotes(folder: Folder, system: 'obsidian' | 'markdown'): Source {
  const files = folder.files.filter((file) => isMarkdown(file) && !/^(?:templates?|_.*)\//i.test(file))
  if (files.length === 0)
    throw new SourceError(
      translate`Found no Markdown files in ${folder.root}; expected files whose names end with .md.`,
    )
  return {
    system,
    site: {},
    delimiters: markdownDelimiters,
    documents: files.map((file) => readNote(folder, file)),
    lists: [],
    comments: [],
    attachments: listAttachments(folder, (file) => `/${file}`, new Set(files)),
    notes: [],
  }
}

function readNote(folder: Folder, file: string): SourceDocument {
  const { timeZone } = folder
  const { fields, body, notes } = readSourceFile(readTextFile(folder, file))
  const plain = file.replace(/\.\w+$/, '')
  const name =
    basename(plain) === 'index' && dirname(plain) !== '.' ? basename(dirname(plain)) : basename(plain)
  const [, day, dated] = /^(\d{4}-\d{2}-\d{2})[-\s_]+(.+)$/.exec(name) ?? []
  const written = fields.date ?? fields.created ?? fields['date created'] ?? day
  const date = readSourceDate(written, timeZone) ?? fromInstant(changedAt(folder, file), timeZone)
  const updated = readSourceDate(fields.updated ?? fields.modified ?? fields.lastmod, timeZone)
  const [, heading] = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*\n/.exec(body) ?? []
  const own = toText(fields.title)
  const {
    title: _,
    categories,
    category,
    tags,
    tag,
    description,
    summary,
    aliases,
    permalink,
    slug,
    ...rest
  } = fields
  const text = toText(description) ?? toText(summary)
  const isDraft = fields.draft === true || fields.publish === false || fields.published === false
  return {
    kind: 'post',
    id: file,
    title: own ?? heading ?? dated ?? name,
    slug: toText(slug) ?? dated ?? name,
    date: date.iso,
    ...(updated && { updated: updated.iso }),
    status: isDraft ? 'draft' : 'published',
    ...(toTexts(fields.author)[0] && { author: toTexts(fields.author)[0] as string }),
    categories: toTexts(categories ?? category),
    tags: toTexts(tags ?? tag).map((name) => name.replace(/^#/, '')),
    ...(text && { description: text }),
    ...(toText(fields.cover) && { cover: toText(fields.cover) as string }),
    format: 'markdown',
    // The title is shown above the text.
    body: own === undefined && heading !== undefined ? body.replace(/^\s*#[ \t].*\n/, '') : body,
    file,
    // Obsidian's aliases are other names of a note.
    urls: [permalink, ...(Array.isArray(aliases) ? aliases : [])].flatMap((url) =>
      /^\//.test(String(url)) ? [String(url)] : [],
    ),
    fields: rest,
    notes:
      written === undefined ? [...notes, translate`It has no date: the date is that of the file.`] : notes,
  }
}
