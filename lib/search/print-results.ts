import { escapeText } from '../markdown/print/escape'
import type { Post } from '../published/types'
import type { Site } from '../site/config'
import { fill, type Messages, siteMessages } from '../site/i18n'
import { formatDate, formatDay } from '../site/i18n/dates'
import { languages } from '../site/languages'
import { categoryUrl } from '../site/routes.mjs'
import { listUrl, siteLanguageOf } from '../site/site-languages'
import { markText } from './excerpt'
import { searchUrl } from './request'
import type { Results, SearchHit } from './search'

/** The settings that printed results depend on. */
type PrintSettings = Pick<Site, 'language' | 'languages' | 'words' | 'timeZone'>

/** A status line with the number of results; empty if the query is empty. */
export function describeResults({ terms, count, pages, request }: Results, site: PrintSettings): string {
  if (terms.length === 0) return ''
  const { interface: t } = siteMessages(site)
  if (count === 0) return t.searchNone
  const number = pages > 1 ? ` · ${fill(t.pageNumber, { number: request.page, total: pages })}` : ''
  return fill(t.searchCount, { count }) + number
}

/** Print results as HTML, for the search page and for search as the reader types. */
export function printResults(results: Results, site: PrintSettings): string {
  const { hits, pages, request, similar } = results
  const { interface: t } = siteMessages(site)
  if (hits.length === 0) return printSimilar(similar, t)
  const items = hits.map((hit) => printHit(hit, results, site, t)).join('')
  const links = [
    request.page > 1 && {
      page: request.page - 1,
      label: `← ${fill(t.pageNumber, { number: request.page - 1, total: pages })}`,
    },
    request.page < pages && {
      page: request.page + 1,
      label: `${fill(t.pageNumber, { number: request.page + 1, total: pages })} →`,
    },
  ].flatMap((link) =>
    link
      ? `<a href="${escapeText(searchUrl(listUrl(site, '/search'), { ...request, page: link.page }))}">${escapeText(link.label)}</a>`
      : [],
  )
  const pager =
    links.length > 0
      ? `<nav class="found-pages" aria-label="${escapeText(t.pages)}">${links.join('')}</nav>`
      : ''
  return `<ol class="found">${items}</ol>${pager}`
}

/** Links to documents with similar titles, for a query without results. */
function printSimilar(similar: Results['similar'], t: Messages['interface']): string {
  if (similar.length === 0) return ''
  const items = similar.map(
    ({ url, title, html, lang }) =>
      `<li lang="${lang}"><h2><a href="${url}">${html?.title ?? escapeText(title)}</a></h2></li>`,
  )
  return `<p class="search-hint">${escapeText(t.searchSimilar)}</p><ul class="found-similar">${items.join('')}</ul>`
}

function printHit(
  { document, excerpts, more }: SearchHit,
  { terms }: Results,
  site: PrintSettings,
  t: Messages['interface'],
): string {
  const { url, title, html, lang } = document
  const language = siteLanguageOf(site, lang)
  // A page has no such fields.
  const { date, category, tags = [], summary }: Partial<Post> = document
  const about = [
    ...(language === site.language ? [] : [`<span lang="${lang}">${languages[lang].name}</span>`]),
    ...(date
      ? [`<time datetime="${formatDay(date, site.timeZone)}">${escapeText(formatDate(date, site))}</time>`]
      : []),
    ...(category
      ? [`<a href="${listUrl(site, categoryUrl(category), language)}">${markText(category, terms)}</a>`]
      : []),
    ...tags.map((tag) => `<span>#${markText(tag, terms)}</span>`),
  ].join('')
  let under: string | undefined
  const passages = excerpts.map(({ html, heading, isHeading }) => {
    // Print a heading once, before the first of its passages.
    const isNew = heading !== undefined && heading.id !== under
    under = heading?.id
    const href = heading && `${url}#${encodeURIComponent(heading.id)}`
    const label = isHeading ? html : heading?.html
    const head = isNew ? `<h3><a href="${href}">${label}</a></h3>` : ''
    return head + (isHeading ? '' : `<p>${html}</p>`)
  })
  // If only the title or a tag matches, show the summary.
  if (passages.length === 0 && summary) passages.push(`<p>${html?.summary ?? markText(summary, terms)}</p>`)
  const rest =
    more > 0
      ? `<p class="found-more" lang="${site.language}">${escapeText(fill(t.searchMore, { count: more }))}</p>`
      : ''
  return (
    `<li lang="${lang}"><h2><a href="${url}">${html?.title ?? markText(title, terms)}</a></h2>` +
    `<div class="found-about" lang="${site.language}">${about}</div>${passages.join('')}${rest}</li>`
  )
}
