/**
 * The theorem-like environments that an author can write as `:::name`, in the order in which messages list them.
 *
 * - `numbered`: it has a number and can be referred to;
 * - `claim`: its text is set in italics or, for Han characters, in another typeface (`.claim` in `app/prose.css`).
 *
 * To add one: add it here, and its name to each dictionary of `lib/site/i18n`; the types report a missing name.
 */
export const statementKinds = {
  theorem: { numbered: true, claim: true },
  definition: { numbered: true, claim: false },
  lemma: { numbered: true, claim: true },
  proposition: { numbered: true, claim: true },
  corollary: { numbered: true, claim: true },
  example: { numbered: true, claim: false },
  remark: { numbered: true, claim: false },
  proof: { numbered: false, claim: false },
  exercise: { numbered: true, claim: false },
  solution: { numbered: false, claim: false },
} as const

type StatementKinds = typeof statementKinds

export type StatementKind = keyof StatementKinds

type NumberedStatement = {
  [Kind in StatementKind]: StatementKinds[Kind]['numbered'] extends true ? Kind : never
}[StatementKind]

/** Figures and tables, which have a caption. */
export const floatKinds = ['figure', 'table'] as const

export type FloatKind = (typeof floatKinds)[number]

/** The kinds of elements that can have a label. */
export type LabelKind = 'equation' | FloatKind | NumberedStatement

export function isStatementKind(name: string): name is StatementKind {
  return Object.hasOwn(statementKinds, name)
}

export function isFloatKind(name: string): name is FloatKind {
  return (floatKinds as readonly string[]).includes(name)
}

/** Does a block of this kind have a number? */
export function isNumberedKind(name: string): name is FloatKind | NumberedStatement {
  return isFloatKind(name) || (isStatementKind(name) && statementKinds[name].numbered)
}
