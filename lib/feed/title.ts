import { site } from '../../site.config'
import type { FeedList } from '../content/queries'
import { fill, messages } from '../i18n'

/** What a feed is called: `标签：变分 – 引理`. */
export function feedTitle(kind: FeedList['kind'], name: string): string {
  const { interface: t } = messages(site.language)
  if (kind === 'site') return name
  const titles = {
    tags: fill(t.tagged, { tag: name }),
    categories: fill(t.inCategory, { category: name }),
    series: fill(t.inSeries, { series: name }),
    authors: fill(t.by, { author: name }),
  }
  return `${titles[kind]} – ${site.name}`
}
