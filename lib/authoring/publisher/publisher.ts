import { join } from 'node:path/posix'
import type { Problem } from '../../markdown/problems/problem'
import { tags as cacheTags } from '../../published/cache-tags'
import { type Published, publishedRoot } from '../../published/types'
import { isPreviewDeployment } from '../../published/visibility'
import { siteCodeFiles } from '../../site/site-code.mjs'
import { DamagedFile } from '../../store/store'
import { readRedirects } from '../check/check-redirects'
import type { CompilerPool } from '../compile/pool'
import { connectPosts } from '../link/connections'
import { changedTags } from '../publish/changed-tags'
import { readLastGood } from '../publish/last-good-store'
import { filesInUse } from '../publish/prune'
import { findUnreadable, omitUnreadable, removeDamaged, writeFiles } from '../publish/write-files'
import type { CompiledDocument } from '../read/shape-documents'
import { redirectFile } from '../site/redirect-file'
import { checkSiteFiles, readSiteFiles, type SiteFilesReading } from '../site/site-files'
import { type Choice, chooseForAuthor, chooseForReaders } from './choose-versions'
import { withLock } from './lock'
import { PublishedIndex } from './published-index'
import { changedFiles, type Scan, scan } from './sources/scan'
import { SiteCode } from './sources/site-code'
import { SiteSettings } from './sources/site-settings'
import { SourceFiles } from './sources/source-files'

/** The result of a publication. */
export interface Publication {
  /** Files that were new, changed or deleted. */
  files: string[]
  /** Cache tags of the pages that changed (`changedTags`). */
  tags: string[]
  /** All problems of the content. A file with errors keeps its last good version online. */
  problems: Problem[]
  /** Files of components and slots that changed since the server started: its pages keep the code of the build. */
  outdatedCode: string[]
  /** All published content. */
  published: Published
  /** Files were damaged during the publication and are not rebuilt yet, so some may be missing: publish again. */
  isIncomplete: boolean
  /** Total duration in milliseconds. */
  duration: number
}

/** `serve`: readers see the last good version of everything. `dev`: the author sees everything, problems included. */
export type Mode = 'serve' | 'dev'

interface Options {
  mode: Mode
  /**
   * Version of the content (`PublishedState`) that was published before the server started to render pages. If another
   * version is published by now, it is unknown from which content the server's pages were rendered, and all expire.
   */
  since: string
  pool: CompilerPool
}

/** Keeps the published content up to date with `content/`, `site.config.ts` and `site/`. */
export class Publisher {
  private readonly mode: Mode
  private readonly files: SourceFiles
  private readonly index = new PublishedIndex()
  private readonly settings: SiteSettings
  private readonly code = new SiteCode()
  private siteFiles: SiteFilesReading = { files: [], problems: [] }
  /** The server has rendered pages only from the content that is published now. */
  private readonly isServerCurrent: boolean
  private lastGood: Map<string, CompiledDocument>
  /** The scan of the last publication; undefined before the first. */
  private lastScan: Scan | undefined
  private pendingFiles: readonly string[] = []
  private needsWrite = false
  private needsCheck = false
  /** The last publication had to omit documents that could not be read, or did not check what it should. */
  private isIncomplete = false
  private problems: readonly Problem[] = []
  private inUse: ReadonlySet<string> = new Set()

  constructor({ mode, since, pool }: Options) {
    this.mode = mode
    this.lastGood = readLastGood()
    this.files = new SourceFiles(pool, this.lastGood)
    this.settings = new SiteSettings(this.index.published?.site)
    this.isServerCurrent = this.index.version() === since
  }

  /**
   * Publish what changed. Call it again if something may have changed, or after it failed, but not while it runs.
   *
   * @throws if the system fails: the published content stays as it was, and the next call tries the same changes again
   */
  publish(): Promise<Publication> {
    return withLock(join(publishedRoot, 'publishing.lock'), () => this.publishChanges())
  }

  /** Files that changed and are not published yet. */
  pending(): readonly string[] {
    return this.pendingFiles
  }

  /** Make the next publication check every published file, and rebuild those that are damaged. */
  checkFiles(): void {
    this.needsCheck = true
  }

  /** Files in `.lemma/` and in the store that are in use (`prune`). */
  filesInUse(): ReadonlySet<string> {
    return this.inUse
  }

  private async publishChanges(): Promise<Publication> {
    const started = performance.now()
    const foreign = this.index.readExternalChange()
    if (foreign === 'damaged') this.needsCheck = true
    const current = scan([...this.settings.files, ...siteCodeFiles('.')])
    const isFirst = this.lastScan === undefined
    const changed = changedFiles(this.lastScan ?? new Map(), current)
    this.pendingFiles = isFirst ? [] : changed
    const isReconfigured = isFirst || changed.some((file) => this.settings.files.includes(file))
    if (isReconfigured) await this.settings.read()
    const { site } = this.settings
    const hasSiteFiles = isFirst || changed.some((file) => file.startsWith('site/'))
    if (hasSiteFiles) this.siteFiles = readSiteFiles()
    if (isFirst || changed.length > 0) await this.files.update(changed, current, { isFirst, site })
    let tags: string[] = []
    if (
      isReconfigured ||
      hasSiteFiles ||
      changed.includes(redirectFile) ||
      this.needsWrite ||
      this.files.isDirty ||
      this.needsCheck ||
      foreign
    ) {
      const before = [this.index.published, foreign === 'damaged' ? undefined : foreign]
      this.needsWrite = true
      const published = await this.write(current, { isRetry: false })
      tags = isFirst && !this.isServerCurrent ? [cacheTags.content] : changedTagsSince(before, published)
    }
    this.lastScan = current
    this.pendingFiles = []
    this.needsWrite = false
    this.files.markPublished()
    const { problems, isIncomplete } = this
    const duration = performance.now() - started
    const files = isFirst ? [] : changed
    const outdatedCode = this.mode === 'serve' ? this.code.changedFiles() : []
    return {
      files,
      tags,
      problems: [...problems],
      outdatedCode,
      published: this.published(),
      isIncomplete,
      duration,
    }
  }

  /** The published content. @throws if there is none, which cannot happen after a publication */
  private published(): Published {
    const { published } = this.index
    if (!published) throw new Error('Nothing is published.')
    return published
  }

  private choose(scan: Scan): Choice {
    const { files, lastGood, index } = this
    const { site, note } = this.settings
    const choose = this.mode === 'dev' || isPreviewDeployment ? chooseForAuthor : chooseForReaders
    const choice = choose({ site, note, files, scan, lastGood, published: index.published })
    return { ...choice, published: { ...choice.published, files: this.siteFiles.files } }
  }

  /** Write the files that pages read. If a body is damaged or missing, its file is compiled again first. */
  private async write(scan: Scan, { isRetry }: { isRetry: boolean }): Promise<Published> {
    let choice: Choice
    try {
      choice = this.choose(scan)
    } catch (error) {
      // Linking reads compiled bodies. Without this, it would fail again at each publication, before anything is checked.
      const unreadable = findUnreadable([...this.files.documents(), ...this.lastGood.values()])
      if (isRetry || unreadable.length === 0) throw error
      return this.rebuild(unreadable, scan)
    }
    const { compiled } = choice
    if (this.needsCheck && !isRetry) {
      this.needsCheck = false
      const damage = removeDamaged(choice.published, compiled)
      if (damage.removed > 0 || damage.files.length > 0) return this.rebuild(damage.files, scan)
    }
    const readable = isRetry ? omitUnreadable(choice.published) : choice.published
    const { redirects, problems: ofRedirects } = readRedirects(readable)
    const published = {
      ...readable,
      connections: connectPosts(readable, compiled),
      ...(redirects.length > 0 && { redirects }),
    }
    try {
      const paths = writeFiles({ ...choice, published })
      // Without versions, which is in development, the current version of each file becomes the last good one.
      const current = this.files.documents()
      const latest = current.map((document) => [document.located.file, document] as const)
      this.lastGood = new Map(choice.versions ?? [...this.lastGood, ...latest])
      this.inUse = filesInUse(paths, [...current, ...this.lastGood.values()])
    } catch (error) {
      if (!(error instanceof DamagedFile) || isRetry) throw error
      return this.rebuild(removeDamaged(published, compiled).files, scan)
    }
    this.index.markWritten(published)
    if (countDocuments(readable) < countDocuments(choice.published)) this.needsCheck = true
    // Also if the check was requested after it was made, or could not be made.
    this.isIncomplete = this.needsCheck
    const others = [...ofRedirects, ...checkSiteFiles(published, this.siteFiles), ...choice.problems]
    const { problems, note } = this.settings
    this.problems = [...problems, ...(note && others.length > 0 ? [note] : []), ...others]
    return published
  }

  /** Compile files with damaged bodies again. The last good version of a file that has errors now is lost. */
  private async rebuild(files: readonly string[], scan: Scan): Promise<Published> {
    for (const file of files) this.lastGood.delete(file)
    await this.files.read(files, scan, this.settings.site)
    return this.write(scan, { isRetry: true })
  }
}

function countDocuments({ posts, series, pages }: Published): number {
  return posts.length + series.length + pages.length
}

/** The tags of what changed since each of these publications; all if one of them is unknown. */
function changedTagsSince(before: readonly (Published | undefined)[], published: Published): string[] {
  const known = before.filter((old) => old !== undefined)
  if (known.length === 0) return [cacheTags.content]
  return [...new Set(known.flatMap((old) => changedTags(old, published)))]
}
