import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { contentRoot } from '../../../markdown/images/asset'
import type { PlannedDocument } from '../plan'
import { hashOf, hashOfFile, type WrittenDocument } from './manifest'

/** A file beside an article. */
export interface OutputAsset {
  /** Name in the folder of the article. */
  name: string
  /** Path of the file that is copied. */
  from: string
}

/** An article to write. */
export interface Output {
  planned: PlannedDocument
  text: string
  assets: readonly OutputAsset[]
  /** Hash of everything in the source from which it was made. */
  source: string
}

/** What happened to a document. */
export type WriteState = 'new' | 'updated' | 'unchanged' | 'edited' | 'deleted' | 'occupied'

/** The result of writing a document. */
export interface WriteResult {
  state: WriteState
  /** Path of the article, from the site's folder. */
  file: string
  /** What the manifest records; undefined if the document is not ours. */
  written?: WrittenDocument
}

/**
 * Write an article and its files into the current folder, the site. A file that the author changed or deleted since the last
 * import, or that is not from the import, is left as it is. If the document did not change at the source, nothing is written.
 *
 * @param before what the last import wrote of this document
 */
export function writeDocument(
  output: Output,
  before: WrittenDocument | undefined,
  dryRun: boolean,
): WriteResult {
  if (before) {
    const current = hashOfFile(before.file)
    if (current === undefined) return { state: 'deleted', file: before.file, written: before }
    const isOurs = current === before.files[before.file]
    if (before.source === output.source)
      return { state: isOurs ? 'unchanged' : 'edited', file: before.file, written: before }
    if (!isOurs) return { state: 'edited', file: before.file, written: before }
  } else {
    const other = findExisting(output)
    if (other !== undefined && readFileSync(other, 'utf8') !== output.text)
      return { state: 'occupied', file: other }
  }
  const file = pathOf(output)
  const written = { source: output.source, file, files: listHashes(output, file) }
  if (!dryRun) writeFiles(output, file, before)
  return { state: before ? 'updated' : 'new', file, written }
}

function folderOf({ planned: { document } }: Output): string {
  return join(contentRoot, document.kind === 'post' ? 'posts' : 'pages')
}

/** Pages are single files; a post with files is a folder. */
function pathOf(output: Output): string {
  const { planned, assets } = output
  const base = join(folderOf(output), planned.slug)
  return assets.length > 0 && planned.document.kind === 'post' ? join(base, 'index.md') : `${base}.md`
}

function findExisting(output: Output): string | undefined {
  const base = join(folderOf(output), output.planned.slug)
  return [`${base}.md`, `${base}.mdx`, join(base, 'index.md'), join(base, 'index.mdx')].find(existsSync)
}

function listHashes({ text, assets }: Output, file: string): Record<string, string> {
  const ofAssets = assets.map(({ name, from }) => [join(dirname(file), name), hashOf(readFileSync(from))])
  return Object.fromEntries([[file, hashOf(text)], ...ofAssets])
}

function writeFiles({ text, assets }: Output, file: string, before: WrittenDocument | undefined): void {
  mkdirSync(dirname(file), { recursive: true })
  for (const { name, from } of assets) {
    const path = join(dirname(file), name)
    const current = hashOfFile(path)
    // The author may have replaced an image.
    if (current === undefined || current === before?.files[path]) writeFileSync(path, readFileSync(from))
  }
  writeFileSync(file, text)
  if (before && before.file !== file) rmSync(before.file)
}
