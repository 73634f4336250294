import type { FeedList } from '../../queries/feed-page'
import type { Site } from '../../site/config'
import { fill, siteMessages } from '../../site/i18n'

/** The title of a feed: `标签：变分 – 引理`. */
export function feedTitle(
  kind: FeedList['kind'],
  name: string,
  site: Pick<Site, 'name' | 'language' | 'words'>,
): string {
  const { interface: t } = siteMessages(site)
  if (kind === 'site') return name
  const titles = {
    tags: fill(t.tagged, { tag: name }),
    categories: fill(t.inCategory, { category: name }),
    series: fill(t.inSeries, { series: name }),
    authors: fill(t.by, { author: name }),
  }
  return `${titles[kind]} – ${site.name}`
}
