import { decodeSlug } from '../content/urls'

/** What a reader asks for. */
export interface SearchRequest {
  q: string
  year?: string
  category?: string
  series?: string
  /** From 1. */
  page: number
}

/** Longer questions are cut. */
export const longestQuery = 120

/** Read the fields of the form, or of an address that anybody may have written: everything is bounded here. */
export function readRequest(field: (name: string) => string | null | undefined): SearchRequest {
  const read = (name: string, longest: number) =>
    (field(name) ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longest).trim()
  const year = read('year', 4)
  const category = read('category', 100)
  const series = decodeSlug(read('series', 100))
  const page = read('page', 4)
  return {
    q: read('q', longestQuery),
    ...(/^\d{4}$/.test(year) && { year }),
    ...(category && { category }),
    ...(series && { series }),
    page: /^[1-9]\d*$/.test(page) ? Number(page) : 1,
  }
}

/** The address that asks this, without what says nothing. */
export function requestUrl(path: string, { q, year, category, series, page }: SearchRequest): string {
  const fields = new URLSearchParams({ q })
  if (year) fields.set('year', year)
  if (category) fields.set('category', category)
  if (series) fields.set('series', series)
  if (page > 1) fields.set('page', String(page))
  return `${path}?${fields}`
}
