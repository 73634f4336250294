import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { hashImage } from '../../markdown/images/hash-image'
import { imageTypeOf } from '../../site/image-types'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { mediaUrl } from '../../site/routes.mjs'
import { isChecked } from './audit/audit'
import { printReport } from './audit/print-report'
import { printSummary } from './audit/print-summary'
import type { DocumentResult } from './import-document'
import type { ImportOptions, ImportResult, Job } from './job'
import type { PlannedDocument } from './plan'
import {
  documentAddresses,
  type OldAddress,
  printAddresses,
  toRedirects,
  uniqueAddresses,
} from './write/addresses'
import type { Manifest } from './write/manifest'
import { writeRedirects } from './write/write-redirects'

/** Write what belongs to the whole import: redirects, addresses, the manifest and the report. */
export function finishImport(
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
