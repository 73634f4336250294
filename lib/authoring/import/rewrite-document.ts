import { basename, dirname, extname, join, normalize } from 'node:path/posix'
import { translate } from '../../site/messages/translate.mjs'
import type { AttachmentFinder } from './attachments'
import { decode, type Plan, type PlannedDocument } from './plan'
import type { UrlUse } from './rewrite-urls'
import type { SourceAttachment } from './source'

/** The addresses of one document, on the new site. */
export interface DocumentUrls {
  /** The new address of a link or an image; undefined if it stays. */
  rewrite(use: UrlUse): string | undefined
  /** The files that the document uses, with their names beside the article. */
  used(): ReadonlyMap<SourceAttachment, string>
  /** The fetched images that the document uses: their names by their URL. */
  usedRemote(): ReadonlyMap<string, string>
  /** Links to nothing, for the audit. */
  notes(): string[]
}

/** What addresses may lead to. */
export interface UrlTargets {
  plan: Plan
  findAttachment: AttachmentFinder
  /** Is this path a list of the old site? */
  isList(path: string): boolean
  /** Fetched images of other sites: the name of each beside this document. */
  remote?: ReadonlyMap<string, string>
}

/** Create the functions that give the links and images of a document their new addresses. */
export function createDocumentUrls({ document }: PlannedDocument, targets: UrlTargets): DocumentUrls {
  const { plan, findAttachment, remote } = targets
  const names = new Map<SourceAttachment, string>()
  const usedRemote = new Map<string, string>()
  const missing = new Set<string>()
  const addFile = (attachment: SourceAttachment): string => {
    const name =
      names.get(attachment) ??
      uniqueName(attachment, new Set([...names.values(), ...(remote?.values() ?? [])]))
    names.set(attachment, name)
    return encodeURI(name)
  }
  const findDocument = (path: string): PlannedDocument | undefined => {
    if (plan.toPath(path) !== undefined) return plan.find(path)
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) || document.file === undefined) return undefined
    return plan.find(normalize(join(dirname(document.file), decode(path)))) ?? plan.find(basename(path))
  }
  return {
    rewrite: ({ url, isImage }) => {
      const [path = '', suffix = ''] = splitFragment(url)
      if (path === '' || /^(?:mailto|tel|data|javascript):/i.test(path)) return undefined
      const attachment = isPage(path) ? undefined : findAttachment(path, document)
      if (attachment?.file !== undefined) return addFile(attachment)
      const fetched = isImage ? remote?.get(url) : undefined
      if (fetched !== undefined) {
        usedRemote.set(url, fetched)
        return encodeURI(fetched)
      }
      const other = isImage ? undefined : findDocument(path)
      if (other) return other.url + suffix
      const ofSite = plan.toPath(path)
      if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) || (ofSite !== undefined && !targets.isList(ofSite))) {
        if (ofSite === undefined || (ofSite !== '/' && !targets.isList(ofSite))) missing.add(url)
      }
      return undefined
    },
    used: () => names,
    usedRemote: () => usedRemote,
    notes: () =>
      [...missing].map((url) => translate`${url} leads to nothing in the source; it stays as it is.`),
  }
}

function splitFragment(url: string): [path: string, suffix: string] {
  const index = url.search(/#/)
  return index < 0 ? [url, ''] : [url.slice(0, index), url.slice(index)]
}

function isPage(path: string): boolean {
  return /\.(?:md|markdown|mdx|html?)$/i.test(path) || path.endsWith('/')
}

/** A name for the file beside the article, that no other file of it has. */
function uniqueName({ file = 'file' }: SourceAttachment, taken: ReadonlySet<string>): string {
  const extension = extname(file).toLowerCase()
  const stem =
    basename(file, extname(file))
      .normalize('NFC')
      .replace(/[\s<>:"/\\|?*#%]+/g, '-') || 'file'
  const isFree = (name: string) => ![...taken].some((other) => other.toLowerCase() === name.toLowerCase())
  let name = stem + extension
  for (let number = 2; !isFree(name); number++) name = `${stem}-${number}${extension}`
  return name
}
