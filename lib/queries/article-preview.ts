import type { PrintedBody } from '../markdown/print/body'
import { escapeText } from '../markdown/print/escape'
import { fillFormulas } from '../markdown/print/formula-table'
import type { Post } from '../published/types'
import type { Site } from '../site/config'
import { formatDate, formatDay } from '../site/i18n/dates'

/**
 * Print the preview of a link to an article: title, date, and teaser up to the first component, because components need
 * scripts. A teaser that begins with a component is replaced by the summary.
 */
export function printArticlePreview(
  {
    title,
    html: fields,
    lang,
    date,
    summary = '',
  }: Pick<Post, 'title' | 'html' | 'lang' | 'date' | 'summary'>,
  printed: Pick<PrintedBody, 'teaser' | 'formulas'> | undefined,
  site: Pick<Site, 'language' | 'timeZone'>,
): string {
  const { nodes = [], html: pieces = [] } = printed?.teaser ?? {}
  const end = nodes.findIndex((node) => typeof node !== 'number')
  const html = (end < 0 ? nodes : nodes.slice(0, end))
    .map((node) => fillFormulas(pieces[Number(node)] ?? '', printed?.formulas ?? []))
    .join('')
  return (
    `<div lang="${lang}"><p class="preview-title">${fields?.title ?? escapeText(title)}</p>` +
    `<p class="preview-date" lang="${site.language}"><time datetime="${formatDay(date, site.timeZone)}">` +
    `${escapeText(formatDate(date, site))}</time></p>` +
    `<div class="fragment">${html || `<p>${fields?.summary ?? escapeText(summary)}</p>`}</div></div>`
  )
}
