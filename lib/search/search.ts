import 'server-only'
import { typesetPassage } from '../markdown/print/passages'
import { readPrintedShown } from '../published/read-body'
import type { Post, Published, Series } from '../published/types'
import type { Site } from '../site/config'
import { readParts } from '../site/i18n/dates'
import { type Excerpt, makeExcerpt } from './excerpt'
import type { SearchRequest } from './request'
import { type IndexEntry, readSearchIndex, type SearchDocument, type SearchIndex } from './search-index'
import { findTex, findText, readTerms, type Term } from './terms'

/** A document that matches a query. */
export interface SearchHit {
  document: SearchDocument
  excerpts: Excerpt[]
  /** Number of further passages that match. */
  more: number
}

export interface Results {
  /** If the requested page is past the last, `page` is the last: an old URL can ask for more pages than there are. */
  request: SearchRequest
  terms: Term[]
  hits: SearchHit[]
  /** Number of documents that match, on all pages. */
  count: number
  pages: number
  /** Documents with similar titles, if none matches. */
  similar: SearchDocument[]
}

const perPage = 10
const maxExcerpts = 3
const maxSimilar = 5
/** More occurrences than this do not raise the score. */
const maxCounted = 16

/**
 * Find the documents that contain every term.
 *
 * @param listed the documents that readers may find. The order is stable: documents with equal scores keep it
 * @param published what to index; includes scheduled posts, so that they are indexed before they appear
 */
export async function search(
  request: SearchRequest,
  listed: readonly SearchDocument[],
  published: Published,
): Promise<Results> {
  const terms = readTerms(request.q, published.site.macros)
  if (terms.length === 0) return { request, terms, hits: [], count: 0, pages: 0, similar: [] }
  const { entries, ranking } = await readSearchIndex(published)
  const ranks = new Map(
    ranking.search(request.q, { combineWith: 'OR' }).map(({ id, score }) => [String(id), score]),
  )
  const matches: { document: SearchDocument; entry: IndexEntry; score: number }[] = []
  for (const document of listed) {
    const entry = entries.get(document.url)
    if (!entry || !passesFilters(document, entry, request)) continue
    const score = scoreOf(entry, terms)
    if (score > 0) matches.push({ document, entry, score: score + (ranks.get(document.url) ?? 0) })
  }
  matches.sort((a, b) => b.score - a.score)
  const pages = Math.ceil(matches.length / perPage)
  const page = Math.min(request.page, Math.max(1, pages))
  const start = (page - 1) * perPage
  return {
    request: { ...request, page },
    terms,
    hits: matches
      .slice(start, start + perPage)
      .map(({ document, entry }) => ({ document, ...excerptsOf(document, entry, terms) })),
    count: matches.length,
    pages,
    similar: matches.length > 0 ? [] : findSimilar(request.q, listed, ranking),
  }
}

/** The documents whose titles contain one of the words of a query, or a word that is spelt nearly like it. */
function findSimilar(
  query: string,
  listed: readonly SearchDocument[],
  ranking: SearchIndex['ranking'],
): SearchDocument[] {
  const byUrl = new Map(listed.map((document) => [document.url, document]))
  return ranking
    .search(query, { fields: ['title'], combineWith: 'OR', fuzzy: 0.3 })
    .flatMap(({ id }) => byUrl.get(String(id)) ?? [])
    .slice(0, maxSimilar)
}

function passesFilters(
  document: Partial<Post>,
  entry: IndexEntry,
  { year, category, series }: SearchRequest,
): boolean {
  if (category !== undefined && document.category !== category) return false
  if (series !== undefined && document.series !== series) return false
  return year === undefined || entry.year === year
}

/** The score of a document; 0 if one of the terms is missing. */
function scoreOf({ title, about, text, tex }: IndexEntry, terms: readonly Term[]): number {
  let score = 0
  for (const term of terms) {
    let termScore = 0
    if (term.text !== undefined) {
      if (has(title, term.text)) termScore += 8
      if (has(about, term.text)) termScore += 3
      termScore += weight(findText(text, term.text, maxCounted))
    }
    if (term.tex !== undefined) termScore += weight(findTex(tex, term.tex, maxCounted))
    if (termScore === 0) return 0
    score += termScore
  }
  return score
}

function has(text: string, term: string): boolean {
  return findText(text, term, 1).length > 0
}

/** The weight grows with the logarithm of the number of occurrences. */
function weight(places: readonly number[]): number {
  return Math.log2(1 + places.length)
}

/** The passages that match the most terms, in the order of the article. */
function excerptsOf(
  { body }: SearchDocument,
  entry: IndexEntry,
  terms: readonly Term[],
): Pick<SearchHit, 'excerpts' | 'more'> {
  if (!body) return { excerpts: [], more: 0 }
  const texts = entry.text.split('\n')
  const formulas = entry.tex.split('\n')
  const places = texts.flatMap((text, index) => {
    const tex = formulas[index] ?? ''
    const matched = terms.filter(
      (term) =>
        (term.text !== undefined && has(text, term.text)) ||
        (term.tex !== undefined && tex.includes(term.tex)),
    ).length
    return matched > 0 ? [{ index, matched }] : []
  })
  const best = [...places]
    .sort((a, b) => b.matched - a.matched || a.index - b.index)
    .slice(0, maxExcerpts)
    .sort((a, b) => a.index - b.index)
  const { passages, formulaAt } = readPrintedShown(body)
  const passageAt = (index: number) => {
    const passage = passages[index]
    return passage && typesetPassage(passage, formulaAt)
  }
  const excerpts = best.flatMap(({ index }) => {
    const passage = passageAt(index)
    if (!passage) return []
    const heading = passage.id === undefined ? passageAt(passage.heading) : passage
    return [makeExcerpt(passage, heading, texts[index] ?? '', (formulas[index] ?? '').split('\t'), terms)]
  })
  return { excerpts, more: places.length - best.length }
}

/** The values by which a reader can filter results. */
export interface Filters {
  years: string[]
  categories: string[]
  series: { slug: string; title: string }[]
}

/** The filter values that occur in the listed posts. */
export function filtersOf(
  listed: readonly Post[],
  series: readonly Series[],
  { language, timeZone }: Pick<Site, 'language' | 'timeZone'>,
): Filters {
  const years = new Set(listed.map(({ date }) => String(readParts(date, timeZone).year)))
  const categories = new Set(listed.flatMap(({ category }) => category ?? []))
  const used = new Set(listed.map(({ series }) => series))
  return {
    years: [...years].sort().reverse(),
    categories: [...categories].sort((a, b) => a.localeCompare(b, language)),
    series: series.filter(({ slug }) => used.has(slug)).map(({ slug, title }) => ({ slug, title })),
  }
}
