import { printProblems } from '../check/describe-problems'
import { documentTypes } from '../front-matter/document-types'
import { type Contents, readContents } from '../read/read-contents'
import { readPublishedIndex } from '../site/choose-site'
import { readSite } from '../site/read-site'
import { publishSite } from './publish-site'

const onErrors = () => (process.env.LEMMA_ON_ERRORS === 'leave out' ? 'leave out' : 'stop')

/**
 * Read the configuration, then the content, of the site in the current folder. With errors in the configuration, the published
 * settings stay in use; without any, the process exits.
 */
export async function readSiteContents(): Promise<Contents> {
  const { site, problems } = await readSite()
  printProblems(problems)
  const settings = site ?? (onErrors() === 'leave out' ? readPublishedIndex()?.site : undefined)
  if (!settings) process.exit(1)
  return readContents(settings)
}

/** Publish what was read. The process exits if nothing can be published. */
export function publishContents(contents: Contents): void {
  if (!publishSite(contents, Object.keys(documentTypes), onErrors())) process.exit(1)
}
