import 'server-only'
import { site } from '../../site.config'
import { readPrintedShown } from '../content/printed'
import type { Post, Published, Series } from '../content/types'
import { readParts } from '../i18n/dates'
import { typesetPassage } from '../markdown/passages'
import { type Excerpt, makeExcerpt } from './excerpt'
import { type Findable, type Held, readLibrary } from './library'
import type { SearchRequest } from './request'
import { findTex, findText, readTerms, type Term } from './terms'

/** A document that answers. */
export interface Found {
  document: Findable
  excerpts: Excerpt[]
  /** Passages that answer and are not shown. */
  more: number
}

export interface Results {
  /** With the last page for one beyond it: an address outlives what it answered. */
  request: SearchRequest
  terms: Term[]
  found: Found[]
  /** Documents in all. */
  count: number
  pages: number
}

const perPage = 10
const excerptsEach = 3
const mostCounted = 16

/**
 * Find what holds every term. The caller has hidden what is not to be found.
 *
 * @param listed what may be found; of equals the first comes first
 * @param published the texts of what is scheduled are read with the others, and ready at their moment
 */
export async function search(
  request: SearchRequest,
  listed: readonly Findable[],
  published: Published,
): Promise<Results> {
  const terms = readTerms(request.q, site.macros)
  if (terms.length === 0) return { request, terms, found: [], count: 0, pages: 0 }
  const { held, ranks } = await readLibrary(published)
  const ranking = new Map(
    ranks.search(request.q, { combineWith: 'OR' }).map(({ id, score }) => [String(id), score]),
  )
  const hits: { document: Findable; text: Held; score: number }[] = []
  for (const document of listed) {
    const text = held.get(document.url)
    if (!text || !isWanted(document, text, request)) continue
    const score = scoreOf(text, terms)
    if (score > 0) hits.push({ document, text, score: score + (ranking.get(document.url) ?? 0) })
  }
  // The sort is stable.
  hits.sort((a, b) => b.score - a.score)
  const pages = Math.ceil(hits.length / perPage)
  const page = Math.min(request.page, Math.max(1, pages))
  const start = (page - 1) * perPage
  return {
    request: { ...request, page },
    terms,
    found: hits
      .slice(start, start + perPage)
      .map(({ document, text }) => ({ document, ...excerptsOf(document, text, terms) })),
    count: hits.length,
    pages,
  }
}

function isWanted(document: Partial<Post>, held: Held, { year, category, series }: SearchRequest): boolean {
  if (category !== undefined && document.category !== category) return false
  if (series !== undefined && document.series !== series) return false
  return year === undefined || held.year === year
}

/** How well an article answers; 0 where one term is missing. */
function scoreOf({ title, about, text, tex }: Held, terms: readonly Term[]): number {
  let score = 0
  for (const term of terms) {
    let own = 0
    if (term.text !== undefined) {
      if (has(title, term.text)) own += 8
      if (has(about, term.text)) own += 3
      own += weight(findText(text, term.text, mostCounted))
    }
    if (term.tex !== undefined) own += weight(findTex(tex, term.tex, mostCounted))
    if (own === 0) return 0
    score += own
  }
  return score
}

function has(text: string, term: string): boolean {
  return findText(text, term, 1).length > 0
}

/** Often is better, but forty times is no better than twenty. */
function weight(places: readonly number[]): number {
  return Math.log2(1 + places.length)
}

/** The passages that answer best, in the order of the article. */
function excerptsOf(
  { body }: Findable,
  held: Held,
  terms: readonly Term[],
): Pick<Found, 'excerpts' | 'more'> {
  if (!body) return { excerpts: [], more: 0 }
  const texts = held.text.split('\n')
  const formulas = held.tex.split('\n')
  const places = texts.flatMap((text, index) => {
    const tex = formulas[index] ?? ''
    const answered = terms.filter(
      (term) =>
        (term.text !== undefined && has(text, term.text)) ||
        (term.tex !== undefined && tex.includes(term.tex)),
    ).length
    return answered > 0 ? [{ index, answered }] : []
  })
  const best = [...places]
    .sort((a, b) => b.answered - a.answered || a.index - b.index)
    .slice(0, excerptsEach)
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

/** What a reader may narrow the answer to: only what there is. */
export interface Filters {
  years: string[]
  categories: string[]
  series: { slug: string; title: string }[]
}

/** What the listed posts can be narrowed to. */
export function filtersOf(listed: readonly Post[], series: readonly Series[]): Filters {
  const years = new Set(listed.map(({ date }) => String(readParts(date).year)))
  const categories = new Set(listed.flatMap(({ category }) => category ?? []))
  const used = new Set(listed.map(({ series }) => series))
  return {
    years: [...years].sort().reverse(),
    categories: [...categories].sort((a, b) => a.localeCompare(b, site.language)),
    series: series.filter(({ slug }) => used.has(slug)).map(({ slug, title }) => ({ slug, title })),
  }
}
