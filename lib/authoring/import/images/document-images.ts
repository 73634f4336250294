import { translate } from '../../../site/messages/translate.mjs'
import { decodeEntities } from '../decode-entities'
import type { Source, SourceDocument } from '../source'
import { type FetchedImage, type FetchFailure, type FetchOptions, fetchImages } from './fetch-images'
import { chooseNames } from './file-names'

/** Fetched images of a whole site, by their URL in the texts. */
export type SiteImages = ReadonlyMap<string, FetchedImage | FetchFailure>

/** The URLs of the images of a document, as they are in the text. Some may be in code: they are fetched in vain. */
export function findImageUrls({ body, cover }: Pick<SourceDocument, 'body' | 'cover'>): string[] {
  const patterns = [
    /!\[[^\]]*\]\(\s*(?:<([^<>\n]+)>|([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))/g,
    /^ {0,3}\[[^\]\n]+\]:\s*(?:<([^<>\n]+)>|(\S+\.(?:png|jpe?g|gif|webp|svg|avif)\S*))/gim,
    /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi,
  ]
  const found = patterns.flatMap((pattern) =>
    [...body.matchAll(pattern)].map(([, quoted, plain]) => decodeEntities(quoted ?? plain ?? '').trim()),
  )
  return [...new Set([...found, cover ?? ''])].filter((url) => url !== '' && !/^(?:data|blob):/i.test(url))
}

/**
 * Fetch the images of a site that are no known files.
 *
 * @param isFile is this URL in a document a file that the source has?
 */
export async function fetchSiteImages(
  documents: readonly SourceDocument[],
  site: Source['site'],
  isFile: (url: string, document: SourceDocument) => boolean,
  options: FetchOptions,
): Promise<SiteImages> {
  const urls = documents.flatMap((document) => {
    // Relative URLs of a folder's documents refer to files.
    const isRelative = (url: string) => document.file !== undefined && !/^(?:https?:)?\/\//i.test(url)
    return findImageUrls(document).filter((url) => !isRelative(url) && !isFile(url, document))
  })
  return fetchImages(urls, { ...options, ...(site.url ? { base: site.url } : {}) })
}

/** The fetched images of one document. */
export interface DocumentImages {
  /** Their names beside the article by their URL. */
  names: ReadonlyMap<string, string>
  /** Paths of files with their content, by name. */
  paths: ReadonlyMap<string, string>
  /** Why others could not be fetched, for the audit. */
  notes: readonly string[]
}

/** Choose the names of the images of a document. */
export function imagesOfDocument(document: SourceDocument, all: SiteImages): DocumentImages {
  const urls = findImageUrls(document)
  const fetched = urls.flatMap((url) => {
    const image = all.get(url)
    return image && 'hash' in image ? [{ url, image }] : []
  })
  const names = chooseNames(fetched.map(({ image }) => image))
  const nameOf = ({ hash, name }: FetchedImage) => names.get(hash) ?? name
  const notes = urls.flatMap((url) => {
    const image = all.get(url)
    return image && 'reason' in image ? [translate`The image ${url} stays remote: ${image.reason}.`] : []
  })
  return {
    names: new Map(fetched.map(({ url, image }) => [url, nameOf(image)])),
    paths: new Map(fetched.map(({ image }) => [nameOf(image), image.path])),
    notes,
  }
}
