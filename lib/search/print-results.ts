import { site } from '../../site.config'
import { categoryUrl } from '../content/urls'
import { fill, messages } from '../i18n'
import { formatDate, formatDay } from '../i18n/dates'
import { escapeText } from '../markdown/escape'
import { markText } from './excerpt'
import { requestUrl } from './request'
import type { Found, Results } from './search'

const { interface: t } = messages(site.language)

/** What is said of an answer, in one line; empty where nothing was asked. */
export function describeResults({ terms, count }: Results): string {
  if (terms.length === 0) return ''
  return count === 0 ? t.searchNone : fill(t.searchCount, { count })
}

/** Print the answer, as HTML: the same for the page and for search as one types. */
export function printResults(results: Results): string {
  const { found, pages, request } = results
  if (found.length === 0) return ''
  const items = found.map((article) => printArticle(article, results)).join('')
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

function printArticle({ post, excerpts, more }: Found, { terms }: Results): string {
  const { url, title, lang, date, category, tags } = post
  const about = [
    `<time datetime="${formatDay(date)}">${escapeText(formatDate(date, site.language))}</time>`,
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
  const rest =
    more > 0 ? `<p class="found-more" lang="${site.language}">${fill(t.searchMore, { count: more })}</p>` : ''
  return (
    `<li lang="${lang}"><h2><a href="${url}">${markText(title, terms)}</a></h2>` +
    `<div class="found-about" lang="${site.language}">${about}</div>${passages.join('')}${rest}</li>`
  )
}
