import type { Finding } from './check-input'
import type { Input } from './generate'

/** A request to a worker: to check a range of generated inputs, or one input. */
export type Request =
  | { kind: 'run'; seed: number; from: number; to: number }
  | { kind: 'check'; input: Input }

/** A worker's response. */
export type Response =
  | { kind: 'ready' }
  | { kind: 'started'; index: number }
  | { kind: 'found'; index: number; finding: Finding }
  | { kind: 'done'; finding?: Finding | undefined }
