import 'server-only'
import type { Metadata } from 'next'
import { site } from '../../site.config'
import { cardSize } from '../card/size'
import { cardVersion } from '../content/card-words'
import type { Article } from '../content/queries'

type Images = NonNullable<NonNullable<Metadata['openGraph']>['images']>

/** The picture shown for a link to an article. Its address changes with it: WeChat and others fetch one only once. */
export function toCardImages(article: Article): Images {
  const { post, authors } = article
  const alt = [post.title, ...authors.map(({ name }) => name)].join(' · ')
  return image(`${post.url}.png?v=${cardVersion(article)}`, alt)
}

/** That of the site, for all other pages. */
export const siteCardImages = image('/card.png', `${site.name} · ${site.tagline}`)

function image(url: string, alt: string): Images {
  return [{ url, ...cardSize, alt, type: 'image/png' }]
}
