import type { Post } from '../../published/types'
import type { Site } from '../../site/config'

/** The licence of an article: its own, or the site's. A repost without a licence has none: its original determines it. */
export function licenceOf(
  { licence, source }: Pick<Post, 'licence' | 'source'>,
  site: Pick<Site, 'licence'>,
): Site['licence'] {
  return licence ?? (source ? undefined : site.licence)
}
