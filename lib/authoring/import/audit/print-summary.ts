import { translate } from '../../../site/messages/translate.mjs'
import { plural } from '../../../site/plural.mjs'
import type { WriteState } from '../write/write-document'
import { addUp, type DocumentAudit, hasEqualNumbers, isChecked, stateNames } from './audit'

const stateTexts: Readonly<Record<WriteState, (count: number) => string>> = {
  new: (count) => translate`${count} new`,
  updated: (count) => translate`${count} updated`,
  unchanged: (count) => translate`${count} unchanged since the last import`,
  edited: (count) => translate`${count} kept, because you edited them`,
  deleted: (count) => translate`${count} not written again, because you deleted them`,
  occupied: (count) => translate`${count} not written, because a file of that name exists`,
}

/** Documents that a list in the summary names. The report names all. */
const maxListed = 20

/** Print the result of an import for the author. @param notes of the whole source */
export function printSummary(
  audits: readonly DocumentAudit[],
  notes: readonly string[],
  report: string,
): string {
  const totals = addUp(audits)
  const states = Object.entries(totals.states).map(
    ([state, count]) => `  ${stateTexts[state as WriteState](count)}`,
  )
  const skipped = audits.filter((audit) => !isChecked(audit))
  const lost = audits.filter((audit) => isChecked(audit) && audit.lost.length > 0)
  const numbers = audits.filter((audit) => isChecked(audit) && !hasEqualNumbers(audit))
  const noted = audits.filter((audit) => isChecked(audit) && audit.notes.length > 0)
  return [
    translate`${plural(totals.documents, 'document')}:`,
    ...states,
    translate`${plural(totals.formulas, 'formula')} in the source, ${totals.formulas - totals.lost} equal in the articles, ${totals.lost} lost.`,
    ...(totals.unescaped > 0
      ? [translate`${totals.unescaped} of them without the escapes that the old engine needed.`]
      : []),
    translate`${totals.words.before} words before, ${totals.words.after} after; ${plural(totals.images, 'image')}, ${plural(totals.links, 'link')}.`,
    ...list(
      translate`Kept as they are:`,
      skipped,
      ({ file, state }) => translate`${file} (${stateNames[state]})`,
    ),
    ...list(
      translate`Formulas lost:`,
      lost,
      ({ file, lost: [first, ...more] }) =>
        translate`${file}: ${quote(first?.source ?? '') + (more.length > 0 ? translate` and ${more.length} more` : '')}`,
    ),
    ...list(
      translate`Other numbers of equations:`,
      numbers,
      ({ file, numbers: both }) =>
        translate`${file}: ${`(${both?.before.join(', ')}) → (${both?.after.join(', ')})`}`,
    ),
    ...list(translate`Omitted or changed:`, groupNotes(noted), ({ note, files: [first, ...more] }) =>
      more.length > 0
        ? translate`${note} In ${first} and ${plural(more.length, 'other document')}.`
        : translate`${first}: ${note}`,
    ),
    ...list(translate`In the source, and not imported:`, notes, (note) => note),
    translate`Source and result side by side: ${report}`,
  ].join('\n')
}

/** The notes of documents, each one once, with the documents that have it. */
function groupNotes(audits: readonly DocumentAudit[]): { note: string; files: string[] }[] {
  const files = new Map<string, string[]>()
  for (const audit of audits)
    for (const note of new Set(audit.notes)) files.set(note, [...(files.get(note) ?? []), audit.file])
  return [...files]
    .map(([note, names]) => ({ note, files: names }))
    .sort((a, b) => b.files.length - a.files.length)
}

function list<T>(title: string, items: readonly T[], print: (item: T) => string): string[] {
  if (items.length === 0) return []
  const more = items.length - maxListed
  return [
    title,
    ...items.slice(0, maxListed).map((item) => `  ${print(item)}`),
    ...(more > 0 ? [translate`  and ${more} more; see the report.`] : []),
  ]
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
