import { cpus, totalmem } from 'node:os'
import { resolve } from 'node:path'

/** The project's root. */
export const root = resolve(import.meta.dirname, '../..')

/** The machine on which the bench ran. */
export function describeMachine() {
  return { cpu: cpus()[0]?.model, cpus: cpus().length, memory: totalmem(), node: process.version }
}
