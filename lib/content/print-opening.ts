import { site } from '../../site.config'
import { formatDate, formatDay } from '../i18n/dates'
import type { PrintedBody } from '../markdown/body'
import { escapeText } from '../markdown/escape'
import { fillFormulas } from '../markdown/formula-table'
import type { Post } from './types'

/**
 * Print what a link to an article shows: its title, its date, and its teaser up to the first component, which would
 * need code; where it begins with one, its summary.
 */
export function printOpening(
  { title, lang, date, summary = '' }: Pick<Post, 'title' | 'lang' | 'date' | 'summary'>,
  printed: Pick<PrintedBody, 'teaser' | 'formulas'> | undefined,
): string {
  const { nodes = [], html: pieces = [] } = printed?.teaser ?? {}
  const end = nodes.findIndex((node) => typeof node !== 'number')
  const html = (end < 0 ? nodes : nodes.slice(0, end))
    .map((node) => fillFormulas(pieces[Number(node)] ?? '', printed?.formulas ?? []))
    .join('')
  return (
    `<div lang="${lang}"><p class="preview-title">${escapeText(title)}</p>` +
    `<p class="preview-date" lang="${site.language}"><time datetime="${formatDay(date)}">` +
    `${escapeText(formatDate(date, site.language))}</time></p>` +
    `<div class="fragment">${html || `<p>${escapeText(summary)}</p>`}</div></div>`
  )
}
