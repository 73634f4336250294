import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { siteFolder } from '../site/folders.mjs'
import { reportDamage } from './report-damage'
import { siteFileTarget } from './site-files'
import { publishedRoot, type SiteFile } from './types'

/** Read a published file of the site; undefined if it is missing, which the publisher repairs. */
export async function readSiteFile(file: SiteFile): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const path = join(siteFolder(), publishedRoot, siteFileTarget(file))
  try {
    return new Uint8Array(await readFile(/* turbopackIgnore: true */ path))
  } catch (error) {
    reportDamage(path, error)
    return undefined
  }
}
