import type { Problem } from '../../problems/problem'

/** Valid TeX that probably does not mean what its author expects. */
export interface FormulaWarning extends Pick<Problem, 'rule' | 'message'> {
  hint: string
  /** Offset in the author's TeX, if it is known. */
  offset?: number
}
