import type { WrapperTexts } from '../../tree/wrap-wide-content'
import type { FormulaTable } from '../formula-table'

/** The page for which an article is printed. */
export interface Target {
  /** URL at the start of links into the article; empty on the article's page. */
  base: string
  /** Print ids: only on the article's page. */
  ids: boolean
  setting: PrintSetting
}

/** How an article is printed. */
export interface PrintSetting {
  words: PrintTexts
  /** Collects the HTML of the formulas. */
  formulas: FormulaTable
}

/** Texts of a page that are not the author's, in the article's language. */
export interface PrintTexts extends WrapperTexts {
  /** Accessible name of displayed formulas. */
  equationLabel: string
}
