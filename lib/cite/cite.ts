import { site } from '../../site.config'
import type { Author, Post } from '../content/types'
import { fill, messages } from '../i18n'
import { formatDay } from '../i18n/dates'
import { toCsl } from './csl'

/** How to cite a post in a line of text; a repost is cited as its original. */
export function citeAsText(post: Post, authors: readonly Author[]): string {
  const { title, author, URL: url } = toCsl(post, authors)
  const t = messages(post.lang).interface
  return fill(post.source ? t.citationOfOriginal : t.citation, {
    authors: author.map(({ literal }) => literal).join(', '),
    date: formatDay(post.date),
    title,
    site: site.name,
    url: decodeURI(url),
  })
}
