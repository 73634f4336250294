import { site } from '../../site.config'
import type { Author, Post } from '../content/types'
import { formatDay, readParts } from '../i18n/dates'
import type { Numbered } from '../markdown/label'
import { nameOf } from './part'

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
  /** What of it is cited: `定理 3`. */
  note?: string
}

/**
 * What there is to cite. A repost is cited as its original, of which we know title, author and address alone: not our
 * date, nor our name.
 *
 * @param part an equation or a statement of the article that is cited by itself; none of a repost, whose original knows
 * nothing of the numbers here
 */
export function toCsl(post: Post, authors: readonly Author[], part?: Numbered): ArticleItem {
  const { source, lang: language } = post
  const common = { id: citationKey(post), type: 'webpage', language } as const
  if (source) return { ...common, title: source.title, author: [{ literal: source.author }], URL: source.url }
  const { year, month, day } = readParts(post.date)
  const item: ArticleItem = {
    ...common,
    title: post.title,
    author: authors.map(({ name }) => ({ literal: name })),
    issued: { 'date-parts': [[year, month, day]] },
    'container-title': site.name,
    publisher: site.name,
    URL: site.url + post.url,
  }
  if (!part) return item
  return {
    ...item,
    id: `${item.id}-${isAscii(part.anchor) ? part.anchor : part.number}`,
    URL: `${item.URL}#${encodeURIComponent(part.anchor)}`,
    note: nameOf(part, post.lang),
  }
}

/** BibTeX keys are ASCII; a slug in another script gives way to the date. */
function citationKey({ slug, date }: Post): string {
  return isAscii(slug) ? slug : `post-${formatDay(date)}`
}

function isAscii(name: string): boolean {
  return /^[\w.-]+$/.test(name)
}
