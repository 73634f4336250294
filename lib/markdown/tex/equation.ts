/** The value of a mark in a formula (`formula-marks.ts`). */
export type FormulaMark =
  /** `starred` if the number has no parentheses: `\tag*`. */
  | { kind: 'number'; anchor: string; number: string; starred?: true }
  | { kind: 'reference'; href: string; text: string }
  /** A reference in a tag, which is no link. Its text is empty until references are resolved. */
  | { kind: 'tag-reference'; form: 'eqref' | 'ref' | 'autoref'; name: string; source: string; text: string }

/** A formula before it is typeset. */
export interface Equation {
  /** The author's TeX, without delimiters. */
  source: string
  display: boolean
  /** For example `align*`; empty if there is none. */
  environment: string
  /** The TeX that KaTeX typesets: numbers and references are marks. */
  katex: string
  marks: FormulaMark[]
  /** The work whose title contains the formula, if it is not from the article. */
  work?: string
}
