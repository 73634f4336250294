import { decodeSlug } from '../site/routes.mjs'

/** A query with its filters. */
export interface SearchRequest {
  q: string
  year?: string
  category?: string
  series?: string
  /** From 1. */
  page: number
}

/** Longer queries are truncated. */
export const longestQuery = 120

/** Read a request from the fields of a form or a URL. They are untrusted: every field is validated and truncated here. */
export function readSearchRequest(field: (name: string) => string | null | undefined): SearchRequest {
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

/** The URL of a request, without empty fields. */
export function searchUrl(path: string, { q, year, category, series, page }: SearchRequest): string {
  const fields = new URLSearchParams({ q })
  if (year) fields.set('year', year)
  if (category) fields.set('category', category)
  if (series) fields.set('series', series)
  if (page > 1) fields.set('page', String(page))
  return `${path}?${fields}`
}
