import type { Site } from '../../site/config'
import type { NumberReader } from './audit/equation-numbers'
import type { SiteImages } from './images/document-images'
import type { UrlTargets } from './rewrite-document'
import type { Source } from './source'
import type { OldAddress } from './write/addresses'
import type { Manifest } from './write/manifest'

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

/** Everything that the documents of an import share. */
export interface Job extends UrlTargets {
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
