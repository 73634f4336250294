import { escapeText } from '../../../markdown/print/escape'
import { listed, messageLanguage, translate } from '../../../site/messages/translate.mjs'
import { plural } from '../../../site/plural.mjs'
import type { WriteState } from '../write/write-document'
import { addUp, type DocumentAudit, hasEqualNumbers, hasFindings, isChecked, stateNames } from './audit'

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
    `<html lang="${messageLanguage()}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title>`,
    `<style>${style}</style>`,
    `<h1>${escapeText(title)}</h1>`,
    printTotals(audits),
    notes.length > 0 ? `<h2>${translate`In the source, and not imported`}</h2>${printNotes(notes)}` : '',
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
      translate`Documents: ${stateNames[state as WriteState]}`,
      count,
    ]),
    [translate`Formulas that MathJax finds in the source`, totals.formulas],
    [translate`Formulas that the articles contain byte by byte`, totals.formulas - totals.lost],
    [translate`Formulas lost`, totals.lost],
    [translate`Formulas without the escapes of the old engine`, totals.unescaped],
    [translate`Documents whose equations have other numbers`, totals.otherNumbers],
    [translate`Words before and after`, `${totals.words.before} → ${totals.words.after}`],
    [translate`Images, links`, `${totals.images}, ${totals.links}`],
  ]
  const body = rows
    .map(([name, value]) => `<tr><th>${escapeText(name)}<td class="number">${value}`)
    .join('\n')
  return `<table>${body}</table>`
}

function printDocument(audit: DocumentAudit, withTexts: boolean): string {
  const { title, file, state, formulas, lost, numbers, before, after, notes, source, result } = audit
  const facts = [
    stateNames[state],
    `${plural(formulas, 'formula')}${lost.length > 0 && isChecked(audit) ? `, <span class="bad">${translate`${lost.length} lost`}</span>` : ''}`,
    ...(audit.unescaped > 0 ? [translate`${audit.unescaped} without the escapes of the old engine`] : []),
    translate`${before.words} → ${after.words} words`,
    translate`${before.images} → ${after.images} images`,
    translate`${before.links} → ${after.links} links`,
    ...(notes.length > 0 ? [plural(notes.length, 'note')] : []),
  ]
  const texts = withTexts
    ? `<div class="sides"><pre>${escapeText(source)}</pre><pre>${escapeText(result)}</pre></div>`
    : `<p>${translate`The texts are left out, because the report would be too large.`}</p>`
  return [
    `<details${lost.length > 0 ? ' open' : ''}><summary>${escapeText(title)} — <code>${escapeText(file)}</code> — ${listed(facts)}</summary>`,
    ...(lost.length > 0
      ? [
          `<h3 class="bad">${translate`Lost formulas`}</h3>${printNotes(lost.map(({ source: formula }) => formula))}`,
        ]
      : []),
    ...(numbers ? [printNumbers(numbers.before, numbers.after, hasEqualNumbers(audit))] : []),
    ...(notes.length > 0 ? [printNotes(notes)] : []),
    texts,
    '</details>',
  ].join('\n')
}

function printNumbers(before: readonly string[], after: readonly string[], isEqual: boolean): string {
  const list = (numbers: readonly string[]) =>
    escapeText(numbers.map((number) => `(${number})`).join(' ') || translate`none`)
  return `<p${isEqual ? '' : ' class="bad"'}>${translate`Numbers of equations: ${list(before)} → ${list(after)}`}</p>`
}

function printNotes(notes: readonly string[]): string {
  return `<ul>${notes.map((note) => `<li>${escapeText(note)}`).join('\n')}</ul>`
}
