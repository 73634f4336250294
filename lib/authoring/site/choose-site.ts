import { existsSync } from 'node:fs'
import { join } from 'node:path/posix'
import { type Published, publishedRoot } from '../../published/types'
import type { Site } from '../../site/config'
import { translate } from '../../site/messages/translate.mjs'
import { readJson } from '../../store/store'
import { readSite, type SiteReading } from './read-site'

/** The published index; undefined if nothing is published, or if the file is damaged. */
export function readPublishedIndex(): Published | undefined {
  const index = join(publishedRoot, 'content.json')
  const published = existsSync(index) ? readJson<Published>(index) : undefined
  // Version 0.1 published no settings.
  return published?.site ? published : undefined
}

/**
 * Read the configuration. While it has errors, the settings are those that are published.
 *
 * @returns without `site` if it has errors and nothing is published
 */
export async function readSiteOrPublished(): Promise<SiteReading> {
  const reading = await readSite()
  return { ...reading, site: reading.site ?? readPublishedIndex()?.site }
}

/** Thrown where no settings exist, so that nothing can be compiled. */
export function requireSite({ site, problems }: Pick<SiteReading, 'site' | 'problems'>): Site {
  if (site) return site
  const [first] = problems
  throw new Error(
    first ? `${first.file}:${first.line}: ${first.message}` : translate`The site has no configuration.`,
  )
}
