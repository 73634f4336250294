import { site } from '../../site.config'
import type { Post } from '../content/types'
import { categoryUrl } from '../content/urls'
import { fill, messages } from '../i18n'
import { formatDate, formatDay } from '../i18n/dates'
import { escapeText } from '../markdown/escape'
import { markText } from './excerpt'
import { requestUrl } from './request'
import type { Found, Results } from './search'

const { interface: t } = messages(site.language)

/** What is said of an answer, in one line; empty where nothing was asked. */
export function describeResults({ terms, count, pages, request }: Results): string {
  if (terms.length === 0) return ''
  if (count === 0) return t.searchNone
  const number = pages > 1 ? ` · ${fill(t.pageNumber, { number: request.page, total: pages })}` : ''
  return fill(t.searchCount, { count }) + number
}

/** Print the answer, as HTML: the same for the page and for search as one types. */
export function printResults(results: Results): string {
  const { found, pages, request } = results
  if (found.length === 0) return ''
  const items = found.map((one) => printDocument(one, results)).join('')
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
      ? `<a href="${escapeText(requestUrl('/search', { ...request, page: link.page }))}">${escapeText(link.label)}</a>`
      : [],
  )
  const pager =
    links.length > 0 ? `<nav class="found-pages" aria-label="${t.pages}">${links.join('')}</nav>` : ''
  return `<ol class="found">${items}</ol>${pager}`
}

function printDocument({ document, excerpts, more }: Found, { terms }: Results): string {
  const { url, title, lang } = document
  // A page has none of these.
  const { date, category, tags = [], summary }: Partial<Post> = document
  const about = [
    ...(date
      ? [`<time datetime="${formatDay(date)}">${escapeText(formatDate(date, site.language))}</time>`]
      : []),
    ...(category ? [`<a href="${categoryUrl(category)}">${markText(category, terms)}</a>`] : []),
    ...tags.map((tag) => `<span>#${markText(tag, terms)}</span>`),
  ].join('')
  let under: string | undefined
  const passages = excerpts.map(({ html, heading, isHeading }) => {
    // Once above all that stands under it.
    const isNew = heading !== undefined && heading.id !== under
    under = heading?.id
    const href = heading && `${url}#${encodeURIComponent(heading.id)}`
    const label = isHeading ? html : heading?.html
    const head = isNew ? `<h3><a href="${href}">${label}</a></h3>` : ''
    return head + (isHeading ? '' : `<p>${html}</p>`)
  })
  // Where its title or a tag answers alone, it is told what the article is about.
  if (passages.length === 0 && summary) passages.push(`<p>${markText(summary, terms)}</p>`)
  const rest =
    more > 0 ? `<p class="found-more" lang="${site.language}">${fill(t.searchMore, { count: more })}</p>` : ''
  return (
    `<li lang="${lang}"><h2><a href="${url}">${markText(title, terms)}</a></h2>` +
    `<div class="found-about" lang="${site.language}">${about}</div>${passages.join('')}${rest}</li>`
  )
}
