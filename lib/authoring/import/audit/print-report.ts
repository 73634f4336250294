import { escapeText } from '../../../markdown/print/escape'
import { plural } from '../../../site/plural.mjs'
import { addUp, type DocumentAudit, hasEqualNumbers, hasFindings, isChecked } from './audit'

/** Characters of texts in the report. Browsers open a page of this size without delay. */
const maxLength = 30_000_000

const style = `
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 }
th, td { border-bottom: 1px solid #8884; padding: .2rem .7rem; text-align: left; vertical-align: top }
td.number { text-align: right; font-variant-numeric: tabular-nums }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; margin: 0; padding: .7rem; background: #8881; border-radius: 4px }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
details { border-top: 1px solid #8884; padding: .4rem 0 }
summary { cursor: pointer }
.bad { color: #c02020; font-weight: 600 }
`

/** Print the audit as one HTML page without other files. Documents with findings come first. */
export function printReport(
  title: string,
  audits: readonly DocumentAudit[],
  notes: readonly string[],
): string {
  const sorted = [...audits].sort((a, b) => rank(a) - rank(b))
  let length = 0
  const documents = sorted.map((audit) => {
    length += audit.source.length + audit.result.length
    return printDocument(audit, length <= maxLength)
  })
  return [
    '<!doctype html>',
    `<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title>`,
    `<style>${style}</style>`,
    `<h1>${escapeText(title)}</h1>`,
    printTotals(audits),
    notes.length > 0 ? `<h2>In the source, and not imported</h2>${printNotes(notes)}` : '',
    `<h2>${plural(audits.length, 'document')}</h2>`,
    ...documents,
  ].join('\n')
}

function rank(audit: DocumentAudit): number {
  if (isChecked(audit) && audit.lost.length > 0) return 0
  if (!hasEqualNumbers(audit)) return 1
  return hasFindings(audit) ? 2 : 3
}

function printTotals(audits: readonly DocumentAudit[]): string {
  const totals = addUp(audits)
  const rows: [string, string | number][] = [
    ...Object.entries(totals.states).map(([state, count]): [string, number] => [
      `Documents: ${state}`,
      count,
    ]),
    ['Formulas that MathJax finds in the source', totals.formulas],
    ['Formulas that the articles contain byte by byte', totals.formulas - totals.lost],
    ['Formulas lost', totals.lost],
    ['Formulas without the escapes of the old engine', totals.unescaped],
    ['Documents whose equations have other numbers', totals.otherNumbers],
    ['Words before and after', `${totals.words.before} → ${totals.words.after}`],
    ['Images, links', `${totals.images}, ${totals.links}`],
  ]
  const body = rows
    .map(([name, value]) => `<tr><th>${escapeText(name)}<td class="number">${value}`)
    .join('\n')
  return `<table>${body}</table>`
}

function printDocument(audit: DocumentAudit, withTexts: boolean): string {
  const { title, file, state, formulas, lost, numbers, before, after, notes, source, result } = audit
  const facts = [
    state,
    `${plural(formulas, 'formula')}${lost.length > 0 && isChecked(audit) ? `, <span class="bad">${lost.length} lost</span>` : ''}`,
    ...(audit.unescaped > 0 ? [`${audit.unescaped} without the escapes of the old engine`] : []),
    `${before.words} → ${after.words} words`,
    `${before.images} → ${after.images} images`,
    `${before.links} → ${after.links} links`,
    ...(notes.length > 0 ? [plural(notes.length, 'note')] : []),
  ]
  const texts = withTexts
    ? `<div class="sides"><pre>${escapeText(source)}</pre><pre>${escapeText(result)}</pre></div>`
    : '<p>The texts are left out, because the report would be too large.</p>'
  return [
    `<details${lost.length > 0 ? ' open' : ''}><summary>${escapeText(title)} — <code>${escapeText(file)}</code> — ${facts.join(', ')}</summary>`,
    ...(lost.length > 0
      ? [`<h3 class="bad">Lost formulas</h3>${printNotes(lost.map(({ source: formula }) => formula))}`]
      : []),
    ...(numbers ? [printNumbers(numbers.before, numbers.after, hasEqualNumbers(audit))] : []),
    ...(notes.length > 0 ? [printNotes(notes)] : []),
    texts,
    '</details>',
  ].join('\n')
}

function printNumbers(before: readonly string[], after: readonly string[], isEqual: boolean): string {
  const list = (numbers: readonly string[]) =>
    escapeText(numbers.map((number) => `(${number})`).join(' ') || 'none')
  return `<p${isEqual ? '' : ' class="bad"'}>Numbers of equations: ${list(before)} → ${list(after)}</p>`
}

function printNotes(notes: readonly string[]): string {
  return `<ul>${notes.map((note) => `<li>${escapeText(note)}`).join('\n')}</ul>`
}
