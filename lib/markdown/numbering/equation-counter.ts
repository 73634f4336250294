import { writeDeferredValue } from '../print/deferred-value'
import type { Numbering } from './numbering'

/** Counts the equations of one article by the rules of amsmath (`equation`, `subequations`). */
export interface EquationCounter {
  /** The next number: `3`, `2.3`, `2a`. A deferred value if the article continues a series. */
  next(): string
  enterSection(): void
  /** Start `subequations`: it takes one number, and its equations add letters to it. @returns the number */
  enterSubequations(): string
  leaveSubequations(): void
  /** Add to the counter, or set it, as `\addtocounter` and `\setcounter` do. In `subequations` it counts the letters. */
  change(change: 'add' | 'set', value: number): void
  /** The last number given; 0 in an article without numbers. */
  count(): number
}

export function createEquationCounter({ start, continues, bySection }: Numbering): EquationCounter {
  let n = start - 1
  let section = 0
  let group: { number: string; letter: number } | undefined
  const advance = () => {
    n++
    const number = continues ? writeDeferredValue({ kind: 'number', n }) : String(n)
    return bySection ? `${section}.${number}` : number
  }
  return {
    next() {
      if (!group) return advance()
      group.letter++
      return group.number + toLetters(group.letter)
    },
    enterSection() {
      section++
      if (bySection) n = 0
    },
    enterSubequations() {
      group = { number: advance(), letter: 0 }
      return group.number
    },
    leaveSubequations() {
      group = undefined
    },
    change(change, value) {
      if (group) group.letter = change === 'add' ? group.letter + value : value
      else n = change === 'add' ? n + value : value
    },
    count: () => n,
  }
}

/** 1 → a, 26 → z, 27 → aa. */
function toLetters(n: number): string {
  return n > 26
    ? toLetters(Math.floor((n - 1) / 26)) + toLetters(((n - 1) % 26) + 1)
    : String.fromCharCode(96 + n)
}
