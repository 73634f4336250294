import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LatexNumbers } from './run-latex'

/** The version of LaTeX in the first line, then one case in each line. `record.ts` writes it. */
export const recordedFile = join(import.meta.dirname, 'recorded.jsonl')

export function readRecorded(): { version: string; cases: LatexNumbers[] } {
  const [first, ...cases] = readFileSync(recordedFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { version: first.version, cases }
}
