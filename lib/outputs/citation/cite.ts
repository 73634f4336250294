import type { Author, Post } from '../../published/types'
import type { Site } from '../../site/config'
import { fill, siteMessages } from '../../site/i18n'
import { formatDay } from '../../site/i18n/dates'
import { toCsl } from './csl'

/** The citation of a post as one line of text; a repost is cited as its original. */
export function citeAsText(
  post: Post,
  authors: readonly Author[],
  site: Pick<Site, 'name' | 'url' | 'timeZone' | 'language' | 'words'>,
): string {
  const { title, author, URL: url } = toCsl(post, authors, site)
  const t = siteMessages(site, post.lang).interface
  return fill(post.source ? t.citationOfOriginal : t.citation, {
    authors: author.map(({ literal }) => literal).join(', '),
    date: formatDay(post.date, site.timeZone),
    title,
    site: site.name,
    url: decodeURI(url),
  })
}
