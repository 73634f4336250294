import { cpus, totalmem } from 'node:os'

/** What the numbers were measured on. */
export function describeMachine() {
  return { cpu: cpus()[0]?.model, cpus: cpus().length, memory: totalmem(), node: process.version }
}
