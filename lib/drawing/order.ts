import type { Drawings } from './thread'

/** What is asked of the thread. */
export interface Order {
  id: number
  name: keyof Drawings
  subject: unknown
}

export type Answer = { id: number; drawn: unknown } | { id: number; error: unknown }
