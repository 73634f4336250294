import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { hashImage } from '../../markdown/images/hash-image'
import { canonicalAlias } from '../../site/aliases'
import type { Site } from '../../site/config'
import { imageTypeOf } from '../../site/image-types'
import { listed, translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { mediaUrl } from '../../site/routes.mjs'
import { createProgress } from '../read/progress'
import { readSiteOrPublished, requireSite } from '../site/choose-site'
import { type AttachmentFinder, indexAttachments } from './attachments'
import { auditDocument, type DocumentAudit, isChecked } from './audit/audit'
import {
  createNumberReader,
  type EquationNumbers,
  hasAutomaticNumbers,
  type NumberReader,
  readOwnNumbers,
} from './audit/equation-numbers'
import { printReport } from './audit/print-report'
import { printSummary } from './audit/print-summary'
import { collectComments } from './comments/collect-comments'
import { type BodyContext, type ConvertedBody, convertBody } from './convert-body'
import {
  type DocumentImages,
  fetchSiteImages,
  imagesOfDocument,
  type SiteImages,
} from './images/document-images'
import { createUploadFinder } from './images/uploads'
import { showLocation } from './location'
import { type PlannedDocument, planDocuments } from './plan'
import { folderSystems, readers } from './readers'
import { createDocumentUrls, type DocumentUrls, type UrlTargets } from './rewrite-document'
import type { Source, SourceDocument } from './source'
import { SourceError } from './source-error'
import {
  documentAddresses,
  findLists,
  listAddresses,
  type OldAddress,
  printAddresses,
  toRedirects,
  uniqueAddresses,
} from './write/addresses'
import { printFrontMatter } from './write/front-matter'
import { hashOf, type Manifest, readManifest } from './write/manifest'
import { type Output, type OutputAsset, type WriteResult, writeDocument } from './write/write-document'
import { writeRedirects } from './write/write-redirects'

export { SourceError } from './source-error'

/** What to import. */
export interface ImportOptions {
  system: string
  /** The absolute path of a folder or a file, or a URL. */
  location: string
  /** Absolute path of a copy of the old site's uploads. */
  uploads?: string
  /** Write the report only. */
  dryRun: boolean
  /** Write hashes of the addresses of readers instead of the addresses. */
  hashEmails: boolean
  log: (line: string) => void
  /** For tests with a server on this computer: see `FetchOptions`. */
  isAllowedAddress?: (address: string) => boolean
}

/** The result of an import. */
export interface ImportResult {
  /** For the author. */
  summary: string
  /** Formulas that the articles do not contain. */
  lost: number
}

/** Names of the systems, for messages. */
export const systemNames: readonly string[] = Object.keys(readers)

/** Import a site into the current folder. Nothing that the author wrote is overwritten. @throws SourceError if it cannot be read */
export async function importSite(options: ImportOptions): Promise<ImportResult> {
  const { system, location, log, dryRun } = options
  const site = requireSite(await readSiteOrPublished())
  const source = await readSource(system, location, site)
  const documents: SourceDocument[] = []
  for await (const document of source.documents) documents.push(document)
  log(
    translate`Found ${documents.length} documents and ${source.attachments.length} files in ${showLocation(location)}.`,
  )
  const job = await openJob(source, documents, site, options)
  const progress = createProgress(documents.length, log, (done, total, rate) =>
    dryRun
      ? translate`Checked ${done} of ${total} articles, ${rate} a second.`
      : translate`Imported ${done} of ${total} articles, ${rate} a second.`,
  )
  const results = job.plan.documents.map((planned) => {
    const result = importDocument(planned, job)
    progress()
    return result
  })
  const comments = await writeComments(job, options)
  return finish(results, comments, job, options)
}

async function readSource(system: string, location: string, site: Site): Promise<Source> {
  const read = Object.hasOwn(readers, system) ? readers[system as Source['system']] : undefined
  if (!read)
    throw new SourceError(translate`Found the system ${system}; expected one of ${listed(systemNames)}.`)
  if (folderSystems.includes(system) && !existsSync(location))
    throw new SourceError(
      translate`The folder ${location} does not exist. Give the path of the folder with the source of the old site.`,
    )
  return read(location, site.timeZone)
}

/** Everything that the documents of an import share. */
interface Job extends UrlTargets {
  source: Source
  site: Site
  /** Folder of the manifest and the report, from the site's folder. */
  folder: string
  manifest: Manifest
  /** Folder of the files of attachments. */
  files: string | undefined
  lists: OldAddress[]
  images: SiteImages
  readNumbers: NumberReader
  dryRun: boolean
}

async function openJob(
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

/** Write the comments of readers. @returns what happened, for the audit */
async function writeComments(
  { source, plan, folder }: Job,
  { dryRun, hashEmails }: ImportOptions,
): Promise<string[]> {
  if (dryRun) return []
  const urls = new Map(plan.documents.map(({ document, url }) => [document.id, url]))
  const file = join(folder, 'comments.ndjson')
  mkdirSync(folder, { recursive: true })
  // Addresses of readers must not be published by accident, and downloads are copied to the articles.
  const ignore = join(folder, '.gitignore')
  if (!existsSync(ignore)) writeFileSync(ignore, 'comments.ndjson\nimages/\n')
  const counts = await collectComments(source.comments, file, (id) => urls.get(id), hashEmails)
  if (counts.written === 0) rmSync(file)
  return [
    ...(counts.written > 0
      ? [translate`${plural(counts.written, 'comment')} of readers are in ${file}.`]
      : []),
    ...(counts.spam > 0 ? [translate`Not imported: ${plural(counts.spam, 'comment')} marked as spam.`] : []),
    ...(counts.withoutPost > 0
      ? [translate`Not imported: ${plural(counts.withoutPost, 'comment')} of posts that were not imported.`]
      : []),
  ]
}

/** The result of importing one document. */
interface DocumentResult {
  planned: PlannedDocument
  written: WriteResult
  audit: DocumentAudit
  assets: readonly (OutputAsset & { urls: readonly string[] })[]
}

function importDocument(planned: PlannedDocument, job: Job): DocumentResult {
  const { source, site, plan, manifest, dryRun } = job
  const { document } = planned
  const images = imagesOfDocument(document, job.images)
  const urls = createDocumentUrls(planned, { ...job, remote: images.names })
  const context: BodyContext = {
    system: source.system,
    delimiters: source.delimiters,
    settings: site,
    title: document.title,
    findDocument: (name) => {
      const found = plan.find(name)
      return found && { url: found.url, title: found.document.title }
    },
    rewriteUrl: urls.rewrite,
  }
  const converted = convertBody(document, context)
  const cover =
    document.cover === undefined ? undefined : urls.rewrite({ url: document.cover, isImage: true })
  const assets = listAssets(urls, images, job)
  const front = printFrontMatter(planned, cover === undefined ? undefined : decodeURI(cover))
  const output: Output = {
    planned,
    text: `${front}\n${converted.text}`,
    assets,
    source: hashOf(JSON.stringify([{ ...document, notes: [] }, source.delimiters, ...urls.usedRemote()])),
  }
  const written = writeDocument(output, manifest.documents[document.id], dryRun)
  const notes = [...statusNotes(document), ...converted.notes, ...urls.notes(), ...images.notes]
  const audit = checkDocument(planned, { ...converted, notes }, written, job)
  return { planned, written, audit, assets }
}

const oldStatuses = {
  private: translate`private`,
  password: translate`protected by a password`,
  pending: translate`pending`,
} as const

function statusNotes({ status, kind }: SourceDocument): string[] {
  if (status === 'published' || status === 'draft') return []
  const was = oldStatuses[status]
  return [
    kind === 'post'
      ? translate`It is a draft now: on the old site it was ${was}.`
      : translate`It is a public page now: on the old site it was ${was}.`,
  ]
}

/** The files beside an article: those of the source, and fetched images. */
function listAssets(
  urls: DocumentUrls,
  images: DocumentImages,
  { files = '' }: Job,
): DocumentResult['assets'] {
  const own = [...urls.used()].map(([{ file = '', urls }, name]) => ({ name, from: join(files, file), urls }))
  const remote = [...urls.usedRemote()]
  const fetched = [...new Set(remote.map(([, name]) => name))].map((name) => ({
    name,
    from: images.paths.get(name) ?? '',
    urls: remote.flatMap(([url, other]) => (other === name ? [url] : [])),
  }))
  return [...own, ...fetched]
}

/** Compare the article with its source, as it is in its file now. */
function checkDocument(
  planned: PlannedDocument,
  converted: ConvertedBody,
  written: WriteResult,
  job: Job,
): DocumentAudit {
  const { site, source, dryRun } = job
  const { state, file } = written
  const isOnDisk = state === 'unchanged' || (!dryRun && (state === 'new' || state === 'updated'))
  const result = isOnDisk
    ? readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n\n?/, '')
    : converted.text
  const audit = auditDocument(planned, converted, { state, file, result, settings: site })
  if (!isChecked(audit) || !hasAutomaticNumbers(converted.formulas, source.delimiters)) return audit
  return { ...audit, numbers: compareNumbers(converted, result, job) }
}

function compareNumbers(
  { formulas }: ConvertedBody,
  result: string,
  { readNumbers, site }: Job,
): EquationNumbers {
  return { before: readNumbers(formulas), after: readOwnNumbers(result, site) }
}

/** Write what belongs to the whole import: redirects, addresses, the manifest and the report. */
function finish(
  results: readonly DocumentResult[],
  comments: readonly string[],
  job: Job,
  { system, dryRun }: ImportOptions,
): ImportResult {
  const { source, folder, plan, manifest } = job
  const pages = documentAddresses({
    ...plan,
    documents: plan.documents.filter(({ document }) => document.kind === 'page'),
  })
  const filesOf = (some: readonly DocumentResult[]) =>
    some.flatMap(({ assets }) => assets.flatMap((asset) => assetAddresses(asset, job)))
  const files = filesOf(results.filter(({ planned }) => !isDraft(planned)))
  const draftFiles = filesOf(results.filter(({ planned }) => isDraft(planned)))
  const redirects = toRedirects(uniqueAddresses([...pages, ...job.lists, ...files, ...draftFiles]))
  const hash = writeRedirects(system, redirects, manifest.redirects, dryRun)
  const notes = [
    ...source.notes,
    ...comments,
    ...(hash === undefined
      ? [translate`content/redirects.txt was edited, so its imported lines were not updated.`]
      : []),
    ...unusedFields(plan.documents),
  ]
  const audits = results.map(({ audit }) => audit)
  mkdirSync(folder, { recursive: true })
  const report = join(folder, 'report.html')
  writeFileSync(report, printReport(translate`Import from ${system}`, audits, notes))
  if (!dryRun) {
    // Drafts and their files have no public address.
    const documents = plan.documents.filter((planned) => !isDraft(planned))
    const addresses = [...documentAddresses({ ...plan, documents }), ...job.lists, ...files]
    writeFileSync(join(folder, 'urls.txt'), printAddresses(uniqueAddresses(addresses)))
    const written: Manifest = {
      version: 1,
      documents: {
        ...manifest.documents,
        ...Object.fromEntries(
          results.flatMap(({ planned, written: { written } }) =>
            written ? [[planned.document.id, written]] : [],
          ),
        ),
      },
      ...((hash ?? manifest.redirects) !== undefined && {
        redirects: hash ?? (manifest.redirects as string),
      }),
    }
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(written, null, 1)}\n`)
  }
  const lost = audits.filter(isChecked).reduce((sum, audit) => sum + audit.lost.length, 0)
  return { summary: printSummary(audits, notes, report), lost }
}

function isDraft({ document }: PlannedDocument): boolean {
  return document.status !== 'published'
}

/** The old addresses of an image, which lead to the published one. */
function assetAddresses({ name, from, urls }: DocumentResult['assets'][number], { plan }: Job): OldAddress[] {
  if (!imageTypeOf(name.slice(name.lastIndexOf('.')))) return []
  const to = mediaUrl(hashImage(readFileSync(from)), name)
  return urls.flatMap((url) => {
    const path = plan.toPath(url)
    return path === undefined ? [] : [{ from: path, to }]
  })
}

/** Settings of pages of the old system, which have no meaning here. */
const knownFields =
  /^(?:layout|type|math|mathjax|katex|comments?|toc|top|sticky|pinned|weight|keywords|id|abbrlink|permalink|url|slug|aliases|date|updated|lastmod|published|draft|publish|created|modified|category|tag|cover|image|thumbnail|password|excerpt|copyright|reward|sidebar|featured)$/i

/** Name the front-matter fields that are not imported. */
function unusedFields(documents: readonly PlannedDocument[]): string[] {
  const counts = new Map<string, number>()
  for (const { document } of documents)
    for (const name of Object.keys(document.fields))
      if (!knownFields.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(
    ([name, count]) => translate`The field "${name}" has no meaning here: ${plural(count, 'document')}.`,
  )
}
