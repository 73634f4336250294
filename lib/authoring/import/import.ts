import { existsSync } from 'node:fs'
import type { Site } from '../../site/config'
import { listed, translate } from '../../site/messages/translate.mjs'
import { createProgress } from '../read/progress'
import { readSiteOrPublished, requireSite } from '../site/choose-site'
import { finishImport } from './finish-import'
import { importDocument } from './import-document'
import type { ImportOptions, ImportResult } from './job'
import { showLocation } from './location'
import { openJob } from './open-job'
import { folderSystems, readers } from './readers'
import type { Source, SourceDocument } from './source'
import { SourceError } from './source-error'
import { writeComments } from './write-comments'

export type { ImportOptions, ImportResult } from './job'
export { SourceError } from './source-error'

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
  return finishImport(results, comments, job, options)
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
