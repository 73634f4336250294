import { site } from '../../site.config'
import type { Post } from '../content/types'
import type { SiteConfig } from '../site'

/** The licence of an article: its own, else the site's. That of a repost is its original's to give: none is claimed. */
export function licenceOf({
  licence,
  source,
}: Pick<Post, 'licence' | 'source'>): SiteConfig['licence'] | undefined {
  return licence ?? (source ? undefined : site.licence)
}
