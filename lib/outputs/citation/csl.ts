import type { Numbered } from '../../markdown/numbering/label'
import type { Author, Post } from '../../published/types'
import type { Site } from '../../site/config'
import { formatDay, readParts } from '../../site/i18n/dates'
import { partName } from './part'

/** An article as CSL-JSON, the source of the other formats. */
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
  /** The part that is cited: `定理 3`. */
  note?: string
}

/**
 * An article as CSL-JSON. A repost is cited as its original, with title, author and URL only: date and site name are not
 * those of the original.
 *
 * @param part an equation or a statement to cite. Ignored for a repost, because its original has other numbers
 */
export function toCsl(
  post: Post,
  authors: readonly Author[],
  site: Pick<Site, 'name' | 'url' | 'timeZone'>,
  part?: Numbered,
): ArticleItem {
  const { source, lang: language } = post
  const common = { id: citationKey(post, site), type: 'webpage', language } as const
  if (source) return { ...common, title: source.title, author: [{ literal: source.author }], URL: source.url }
  const { year, month, day } = readParts(post.date, site.timeZone)
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
    note: partName(part, post.lang),
  }
}

/** BibTeX keys are ASCII, so a slug in another script is replaced by the date. */
function citationKey({ slug, date }: Post, { timeZone }: Pick<Site, 'timeZone'>): string {
  return isAscii(slug) ? slug : `post-${formatDay(date, timeZone)}`
}

function isAscii(name: string): boolean {
  return /^[\w.-]+$/.test(name)
}
