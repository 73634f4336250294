import type { Element } from 'hast'
import type { VFile } from 'vfile'
import type { LabelKind } from '../../site/label-kinds'
import type { FormulaMark } from '../tex/equation'
import { type Anchors, createAnchors } from './anchors'
import { createEquationCounter, type EquationCounter } from './equation-counter'
import { type Numbered, plainNumber } from './label'
import { createLabels, type Labels } from './labels'
import type { Numbering } from './numbering'
import { createStatementCounter, type StatementCounter } from './statement-counter'

/** An equation whose tag contains a reference, so that its number is known at the end of the article. */
interface Tagged {
  element: Element
  mark: Extract<FormulaMark, { kind: 'number' }>
  recorded: Numbered
}

/** The numbers of one article, collected while its tree is walked. */
export interface ArticleNumbers {
  file: VFile
  /** The numbers continue those of the previous part of the series. */
  continues: boolean
  equations: EquationCounter
  statements: StatementCounter
  anchors: Anchors
  labels: Labels
  /** All numbered elements, in order. */
  numbered: Numbered[]
  /** The equations whose tag contains a reference. */
  tagged: Tagged[]
  /** The `\begin{subequations}` whose end has not been reached. */
  subequations: { element: Element; number: string; anchor?: string } | undefined
}

export function createArticleNumbers(
  file: VFile,
  numbering: Numbering,
  theorems: 'together' | 'apart',
): ArticleNumbers {
  return {
    file,
    continues: numbering.continues,
    equations: createEquationCounter(numbering),
    statements: createStatementCounter(numbering, theorems),
    anchors: createAnchors(),
    labels: createLabels(file),
    numbered: [],
    tagged: [],
    subequations: undefined,
  }
}

export function enterSection({ equations, statements }: ArticleNumbers): void {
  equations.enterSection()
  statements.enterSection()
}

/** Record an element that has a number. @returns the record */
export function addNumbered(
  { numbered }: ArticleNumbers,
  kind: LabelKind,
  number: string,
  anchor: string,
  label: string | undefined,
): Numbered {
  const recorded = { kind, number: plainNumber(number), anchor, ...(label !== undefined && { label }) }
  numbered.push(recorded)
  return recorded
}
