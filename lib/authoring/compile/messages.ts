import type { Problem } from '../../markdown/problems/problem'
import type { Site } from '../../site/config'
import type { ReadResult } from '../read/read-document'

/** The work that the main process requests from a compile worker. */
export type Job = { kind: 'read'; file: string } | { kind: 'bibliography' }

/** A job with what it depends on besides the file. */
export interface JobMessage {
  job: Job
  site: Site
  /** Changes when `content/references.bib` changes. */
  bibliographyStamp: string
  /** Compile without the bibliography, because reading it crashed a worker. */
  ignoresBibliography: boolean
}

/** A worker's response to a job. */
export type JobResult =
  /** Undefined if the file no longer exists. */
  | { kind: 'read'; document: ReadResult | undefined }
  | { kind: 'bibliography'; problems: readonly Problem[] }
  /** A system error, such as a full disk or a folder without write permission. */
  | { kind: 'failure'; message: string; code: string | undefined }
