/** How an article numbers its equations. */
export interface Numbering {
  /** The first number. */
  start: number
  /** Numbers continue from the previous part of the series. */
  continues: boolean
  /** Numbers restart in each section and have its number before them: (2.3). */
  bySection: boolean
}

/** (1), (2), (3)… */
export const plainNumbering: Numbering = { start: 1, continues: false, bySection: false }

/**
 * Read the field `numbering` of an article: `continue`, `{ start: 50 }` or `{ by: section }`.
 * @returns undefined if the value is none of these
 */
export function readNumbering(value: unknown): Numbering | undefined {
  if (value === undefined || value === null) return plainNumbering
  if (value === 'continue') return { ...plainNumbering, continues: true }
  if (typeof value !== 'object') return undefined
  const { start = 1, by, ...rest } = value as Record<string, unknown>
  const isValid = Object.keys(rest).length === 0 && (by === undefined || by === 'section')
  if (!isValid || !Number.isInteger(start) || (by === 'section' && start !== 1)) return undefined
  return { start: start as number, continues: false, bySection: by === 'section' }
}
