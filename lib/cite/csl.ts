import { site } from '../../site.config'
import type { Author, Post } from '../content/types'
import { formatDay, readParts } from '../i18n/dates'

/** An article as CSL-JSON, from which the other formats are written. */
export interface ArticleItem {
  id: string
  type: 'webpage'
  title: string
  author: { literal: string }[]
  issued?: { 'date-parts': [number, number, number][] }
  'container-title'?: string
  publisher?: string
  URL: string
  language: string
}

/**
 * What there is to cite. A repost is cited as its original, of which we know title, author and address alone: not our
 * date, nor our name.
 */
export function toCsl(post: Post, authors: readonly Author[]): ArticleItem {
  const { source, lang: language } = post
  const common = { id: citationKey(post), type: 'webpage', language } as const
  if (source) return { ...common, title: source.title, author: [{ literal: source.author }], URL: source.url }
  const { year, month, day } = readParts(post.date)
  return {
    ...common,
    title: post.title,
    author: authors.map(({ name }) => ({ literal: name })),
    issued: { 'date-parts': [[year, month, day]] },
    'container-title': site.name,
    publisher: site.name,
    URL: site.url + post.url,
  }
}

/** BibTeX keys are ASCII; a slug in another script gives way to the date. */
function citationKey({ slug, date }: Post): string {
  return /^[\w.-]+$/.test(slug) ? slug : `post-${formatDay(date)}`
}
