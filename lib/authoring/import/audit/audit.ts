import { listPageFormulas } from '../../../markdown/list-formulas'
import type { CompileSettings } from '../../../markdown/types'
import { translate } from '../../../site/messages/translate.mjs'
import type { ConvertedBody } from '../convert-body'
import type { DraftCounts } from '../count-draft'
import { comparedTex, type ImportedFormula } from '../formulas/formula'
import type { PlannedDocument } from '../plan'
import type { WriteState } from '../write/write-document'
import type { EquationNumbers } from './equation-numbers'

/** The comparison of one document with its source. */
export interface DocumentAudit {
  id: string
  title: string
  file: string
  state: WriteState
  /** Formulas that MathJax finds in the source. */
  formulas: number
  /** Formulas that the article does not contain, byte by byte. */
  lost: ImportedFormula[]
  /** Formulas whose escapes were removed. */
  unescaped: number
  /** Only if numbers depend on MathJax's counter. */
  numbers?: EquationNumbers
  before: DraftCounts
  after: DraftCounts
  /** What was omitted or changed, with the reason. */
  notes: string[]
  source: string
  result: string
}

/** Compare an article with its source. @param result the article as it is in its file, without front matter */
export function auditDocument(
  { document }: PlannedDocument,
  converted: ConvertedBody,
  {
    state,
    file,
    result,
    settings,
  }: { state: WriteState; file: string; result: string; settings: CompileSettings },
): DocumentAudit {
  const { formulas, before, after, notes } = converted
  return {
    id: document.id,
    title: document.title,
    file,
    state,
    formulas: formulas.length,
    lost: findLost(converted, result, settings),
    unescaped: formulas.filter(({ isUnescaped }) => isUnescaped).length,
    before,
    after,
    notes: [...document.notes, ...notes],
    source: document.body,
    result,
  }
}

function findLost(converted: ConvertedBody, result: string, settings: CompileSettings): ImportedFormula[] {
  const { formulas, unread, text } = converted
  if (result === text) return unread.flatMap((index) => formulas[index] ?? [])
  const left = new Map<string, number>()
  for (const { tex } of listPageFormulas(result, { settings, components: [] })) {
    const key = comparedTex(tex)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  return formulas.filter(({ tex }) => {
    const key = comparedTex(tex)
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  })
}

/** Was this document checked? Articles that the author edited or deleted are theirs. */
export function isChecked({ state }: DocumentAudit): boolean {
  return state === 'new' || state === 'updated' || state === 'unchanged'
}

/** Are the numbers of equations as on the old site? */
export function hasEqualNumbers({ numbers }: DocumentAudit): boolean {
  return numbers === undefined || numbers.before.join('\n') === numbers.after.join('\n')
}

/** Does an author have to look at this document? */
export function hasFindings(audit: DocumentAudit): boolean {
  const { before, after } = audit
  return (
    audit.lost.length > 0 ||
    audit.notes.length > 0 ||
    !hasEqualNumbers(audit) ||
    after.images < before.images ||
    after.links < before.links ||
    after.words < before.words * 0.98
  )
}

/** What happened to a document, for the author. */
export const stateNames: Readonly<Record<WriteState, string>> = {
  new: translate`new`,
  updated: translate`updated`,
  unchanged: translate`unchanged`,
  edited: translate`edited`,
  deleted: translate`deleted`,
  occupied: translate`occupied`,
}

/** The sums of an import. */
export interface AuditTotals {
  documents: number
  states: Partial<Record<WriteState, number>>
  formulas: number
  lost: number
  unescaped: number
  /** Documents whose equations have other numbers. */
  otherNumbers: number
  words: { before: number; after: number }
  images: number
  links: number
}

/** Add up the documents that were checked. */
export function addUp(audits: readonly DocumentAudit[]): AuditTotals {
  const checked = audits.filter(isChecked)
  const sum = (value: (audit: DocumentAudit) => number) =>
    checked.reduce((total, audit) => total + value(audit), 0)
  const states: AuditTotals['states'] = {}
  for (const { state } of audits) states[state] = (states[state] ?? 0) + 1
  return {
    documents: audits.length,
    states,
    formulas: sum(({ formulas }) => formulas),
    lost: sum(({ lost }) => lost.length),
    unescaped: sum(({ unescaped }) => unescaped),
    otherNumbers: checked.filter((audit) => !hasEqualNumbers(audit)).length,
    words: { before: sum(({ before }) => before.words), after: sum(({ after }) => after.words) },
    images: sum(({ after }) => after.images),
    links: sum(({ after }) => after.links),
  }
}
