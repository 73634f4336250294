import type { Metadata } from 'next'
import { SiteDocument } from '@/components/layout/site-document'
import { FeedView } from '@/components/lists/feed-view'
import { getListAlternates, getPageMetadata } from '@/lib/outputs/metadata/page'
import { getFeedPage } from '@/lib/queries/feed-page'
import { getListUrls } from '@/lib/queries/list-urls'
import { getSite } from '@/lib/queries/site'
import { siteMessages } from '@/lib/site/i18n'
import type { ListProps } from '../list-props'

export async function generateMetadata({ params }: ListProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  return getPageMetadata(site, {
    title: siteMessages(site).interface.feed,
    alternates: await getListAlternates(site, { path: '/subscribe' }),
  })
}

export const ensureStatic = 'navigation'

export default async function SubscribePage({ params }: ListProps) {
  const site = await getSite((await params).language)
  const feed = await getFeedPage({ kind: 'site' }, 1, site.language)
  return (
    <SiteDocument site={site} urls={await getListUrls('/subscribe')}>
      {feed && <FeedView site={site} list={{ kind: 'site' }} feed={feed} />}
    </SiteDocument>
  )
}
