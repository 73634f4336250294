import { basename, dirname, join, normalize } from 'node:path/posix'
import { canonicalAlias } from '../../site/aliases'
import { decode, type Plan } from './plan'
import type { SourceAttachment, SourceDocument } from './source'

/** Finds the file to which an address in a document leads. */
export type AttachmentFinder = (url: string, document: SourceDocument) => SourceAttachment | undefined

/**
 * Index the files of the old site. A relative address may refer to the folder of the document, to its asset folder, or to the folder
 * of its page. A name alone is enough if no other file has it, as in Obsidian.
 */
export function indexAttachments(
  attachments: readonly SourceAttachment[],
  toPath: Plan['toPath'],
): AttachmentFinder {
  const byUrl = new Map<string, SourceAttachment>()
  const byFile = new Map<string, SourceAttachment>()
  const byName = new Map<string, SourceAttachment | undefined>()
  for (const attachment of attachments) {
    for (const url of attachment.urls) byUrl.set(canonicalAlias(toPath(url) ?? url), attachment)
    if (attachment.file === undefined) continue
    byFile.set(attachment.file, attachment)
    const name = basename(attachment.file).toLowerCase()
    byName.set(name, byName.has(name) ? undefined : attachment)
  }
  return (url, { file, urls: [page] }) => {
    const [address = ''] = url.split(/[?#]/, 1)
    if (address === '') return undefined
    const path = toPath(address)
    if (path !== undefined) return byUrl.get(canonicalAlias(path)) ?? byFile.get(decode(path).slice(1))
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return undefined
    const name = decode(address)
    const folders = file === undefined ? [] : [file.replace(/\.\w+$/, ''), dirname(file)]
    const found = folders
      .map((folder) => byFile.get(normalize(join(folder, name))))
      .find((each) => each !== undefined)
    if (found) return found
    const resolved =
      page === undefined ? undefined : new URL(address, new URL(page, 'https://site.invalid')).pathname
    const ofPage = resolved === undefined ? undefined : byUrl.get(canonicalAlias(resolved))
    return ofPage ?? byName.get(basename(name).toLowerCase())
  }
}
