import { isFloatKind } from '../../site/label-kinds'
import type { Numbering } from './numbering'

/** Counts the theorems, definitions, figures, tables… of one article. */
export interface StatementCounter {
  /** The next number of a kind: `3`, `2.3`. */
  next(kind: string): string
  enterSection(): void
}

/** @param theorems one counter for all kinds of statements, or one for each; figures and tables always have their own */
export function createStatementCounter(
  { bySection }: Numbering,
  theorems: 'together' | 'apart',
): StatementCounter {
  const counts = new Map<string, number>()
  let section = 0
  return {
    next(kind) {
      const counter = isFloatKind(kind) || theorems === 'apart' ? kind : 'theorem'
      const n = (counts.get(counter) ?? 0) + 1
      counts.set(counter, n)
      return bySection ? `${section}.${n}` : String(n)
    },
    enterSection() {
      section++
      if (bySection) counts.clear()
    },
  }
}
