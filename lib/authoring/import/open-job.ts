import { existsSync } from 'node:fs'
import { join } from 'node:path/posix'
import { canonicalAlias } from '../../site/aliases'
import type { Site } from '../../site/config'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { type AttachmentFinder, indexAttachments } from './attachments'
import { createNumberReader } from './audit/equation-numbers'
import { fetchSiteImages, type SiteImages } from './images/document-images'
import { createUploadFinder } from './images/uploads'
import type { ImportOptions, Job } from './job'
import { planDocuments } from './plan'
import { folderSystems } from './readers'
import type { Source, SourceDocument } from './source'
import { findLists, listAddresses } from './write/addresses'
import { readManifest } from './write/manifest'

/** Plan the documents and fetch what they need. */
export async function openJob(
  source: Source,
  documents: readonly SourceDocument[],
  site: Site,
  options: ImportOptions,
): Promise<Job> {
  const { system, location, uploads, dryRun } = options
  const plan = planDocuments(documents, source.site.url)
  const folder = join('import', system)
  const files = uploads ?? (folderSystems.includes(system) ? location : undefined)
  // Files that are not at hand are fetched from the old site.
  const present = source.attachments.filter(({ file }) => files && file && existsSync(join(files, file)))
  const findAttachment = indexAttachments(present, plan.toPath)
  const lists = listAddresses(source.lists, findLists(plan, site.postsPerPage), plan.toPath)
  const known = new Set(lists.map(({ from }) => canonicalAlias(from)))
  return {
    source,
    site,
    plan,
    folder,
    manifest: readManifest(join(folder, 'manifest.json')),
    findAttachment,
    isList: (path) => known.has(canonicalAlias(path)),
    files,
    lists,
    images: await fetchImagesOf(source, documents, findAttachment, options),
    readNumbers: await createNumberReader(source.delimiters),
    dryRun,
  }
}

/** Fetch the images that are no files of the source. A dry run fetches none. */
async function fetchImagesOf(
  source: Source,
  documents: readonly SourceDocument[],
  findAttachment: AttachmentFinder,
  { system, uploads, dryRun, log, isAllowedAddress }: ImportOptions,
): Promise<SiteImages> {
  if (dryRun) return new Map()
  const isFile = (url: string, document: SourceDocument) => findAttachment(url, document) !== undefined
  return fetchSiteImages(documents, source.site, isFile, {
    folder: join('import', system, 'images'),
    ...(uploads && { findUpload: createUploadFinder(uploads, { ...source.site, ...source }) }),
    ...(isAllowedAddress && { isAllowedAddress }),
    onProgress: (done, total) => {
      if (done === total || done % 100 === 0) log(translate`Fetched ${done} of ${plural(total, 'image')}.`)
    },
  })
}
