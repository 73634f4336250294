import 'server-only'
import { siteFileUrl } from '../../published/site-files'
import type { SiteFile } from '../../published/types'
import type { Article } from '../../queries/article'
import type { Site } from '../../site/config'
import { cardUrl } from '../../site/routes.mjs'
import { languageQuery } from '../../site/site-languages'
import { cardSize } from '../card/card-size'
import { type CardSettings, cardVersion } from '../card/card-text'

/** The image that other sites show for a link: its path, and its alternative text. */
export interface Card {
  url: string
  alt: string
}

/** The card of an article. Its URL changes with the card, because WeChat and others fetch a URL only once. */
export function articleCard(article: Article, site: CardSettings): Card {
  const { post, authors } = article
  const alt = [post.title, ...authors.map(({ name }) => name)].join(' · ')
  return { url: `${cardUrl(post.url)}?v=${cardVersion(article, site)}`, alt }
}

/**
 * The card of all other pages, and its size.
 *
 * @param own the file of `site/public` that replaces the one that we draw
 */
export function siteCard(
  site: Pick<Site, 'name' | 'tagline' | 'language' | 'languages'>,
  own?: SiteFile,
): Card & { width: number; height: number } {
  const alt = [site.name, site.tagline].filter(Boolean).join(' · ')
  const { width, height } = { ...cardSize, ...own }
  return { url: own ? siteFileUrl(own) : `/card.png${languageQuery(site)}`, alt, width, height }
}
