import 'server-only'
import { site } from '../../site.config'
import { cardVersion } from '../content/card-words'
import type { Article } from '../content/queries'

/** The picture shown for a link: its path, and what it says. */
export interface Card {
  url: string
  alt: string
}

/** That of an article. Its address changes with it: WeChat and others fetch one only once. */
export function articleCard(article: Article): Card {
  const { post, authors } = article
  const alt = [post.title, ...authors.map(({ name }) => name)].join(' · ')
  return { url: `${post.url}.png?v=${cardVersion(article)}`, alt }
}

/** That of the site, for all other pages. */
export const siteCard: Card = { url: '/card.png', alt: `${site.name} · ${site.tagline}` }
