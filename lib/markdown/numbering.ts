import { writeLate } from './late'

/** How an article numbers its equations. */
export interface Numbering {
  /** The first number. */
  start: number
  /** Goes on from the previous part of the series. */
  continues: boolean
  /** Numbers begin anew in each section and carry its number: (2.3). */
  bySection: boolean
}

/** (1), (2), (3)… */
export const plainNumbering: Numbering = { start: 1, continues: false, bySection: false }

/**
 * Read the field `numbering` of an article: `continue`, `{ start: 50 }` or `{ by: section }`.
 * @returns undefined where it is none of these
 */
export function readNumbering(value: unknown): Numbering | undefined {
  if (value === undefined || value === null) return plainNumbering
  if (value === 'continue') return { ...plainNumbering, continues: true }
  if (typeof value !== 'object') return undefined
  const { start = 1, by, ...rest } = value as Record<string, unknown>
  const known = Object.keys(rest).length === 0 && (by === undefined || by === 'section')
  if (!known || !Number.isInteger(start) || (by === 'section' && start !== 1)) return undefined
  return { start: start as number, continues: false, bySection: by === 'section' }
}

/** Gives equations their numbers, in order. */
export interface EquationCounter {
  /** The next number: `3`, `2.3`, `2a`. Text, but for what only the series knows. */
  next(): string
  /** A new section begins. */
  enterSection(): void
  /** `subequations`: takes a number, under which the next ones are letters. @returns the number */
  enterSubequations(): string
  leaveSubequations(): void
  /** How far the counter went: 0 for an article without numbers. */
  count(): number
}

/** The counter of one article, by the rules of amsmath (`equation`, `subequations`). */
export function createEquationCounter({ start, continues, bySection }: Numbering): EquationCounter {
  let n = start - 1
  let section = 0
  let sub: { number: string; letter: number } | undefined
  const advance = () => {
    n++
    const number = continues ? writeLate({ kind: 'number', n }) : String(n)
    return bySection ? `${section}.${number}` : number
  }
  return {
    next() {
      if (!sub) return advance()
      sub.letter++
      return sub.number + toLetters(sub.letter)
    },
    enterSection() {
      section++
      if (bySection) n = 0
    },
    enterSubequations() {
      sub = { number: advance(), letter: 0 }
      return sub.number
    },
    leaveSubequations() {
      sub = undefined
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
