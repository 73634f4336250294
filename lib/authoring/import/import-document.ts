import { readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { translate } from '../../site/messages/translate.mjs'
import { auditDocument, type DocumentAudit, isChecked } from './audit/audit'
import { type EquationNumbers, hasAutomaticNumbers, readOwnNumbers } from './audit/equation-numbers'
import { type BodyContext, type ConvertedBody, convertBody } from './convert-body'
import { type DocumentImages, imagesOfDocument } from './images/document-images'
import type { Job } from './job'
import type { PlannedDocument } from './plan'
import { createDocumentUrls, type DocumentUrls } from './rewrite-document'
import type { SourceDocument } from './source'
import { printFrontMatter } from './write/front-matter'
import { hashOf } from './write/manifest'
import { type Output, type OutputAsset, type WriteResult, writeDocument } from './write/write-document'

/** The result of importing one document. */
export interface DocumentResult {
  planned: PlannedDocument
  written: WriteResult
  audit: DocumentAudit
  assets: readonly (OutputAsset & { urls: readonly string[] })[]
}

/** Convert, write and check one document. */
export function importDocument(planned: PlannedDocument, job: Job): DocumentResult {
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
