import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { collectComments } from './comments/collect-comments'
import type { ImportOptions, Job } from './job'

/** Write the comments of readers. @returns what happened, for the audit */
export async function writeComments(
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
