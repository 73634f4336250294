import { statSync } from 'node:fs'
import type { Problem } from '../../../markdown/problems/problem'
import type { Site } from '../../../site/config'
import { requireSite } from '../../site/choose-site'
import { noteOnSettings } from '../../site/note-on-settings'
import { configFile, readSite } from '../../site/read-site'

/** The settings of the site. While the configuration has errors, they stay as they were. */
export class SiteSettings {
  private current: Site | undefined
  private errors: readonly Problem[] = []
  private sources: readonly string[] = [configFile]
  /** When the file of the last valid settings was written; undefined if that was before this process started. */
  private written: Date | undefined

  /** @param published the settings that are published; undefined if nothing is */
  constructor(published: Site | undefined) {
    this.current = published
  }

  /** The files that the configuration was read from. */
  get files(): readonly string[] {
    return this.sources
  }

  /** The problems of the configuration. */
  get problems(): readonly Problem[] {
    return this.errors
  }

  /** The note that the problems of other files were found with the last valid settings; undefined if these are current. */
  get note(): Problem | undefined {
    return noteOnSettings(this.errors, this.written)
  }

  /** The last valid settings. @throws if there are none yet */
  get site(): Site {
    return requireSite({ site: this.current, problems: [...this.errors] })
  }

  /** Read the configuration again. */
  async read(): Promise<void> {
    const { site, problems, files } = await readSite()
    // Equal settings stay the same object, with which posts are cached (`toPublished`).
    if (site) this.written = statSync(configFile).mtime
    if (site && JSON.stringify(site) !== JSON.stringify(this.current)) this.current = site
    this.errors = problems
    this.sources = [...new Set([configFile, ...files])]
  }
}
