import type { Metadata } from 'next'
import { FeedView } from '@/components/lists/feed-view'
import { getFeedPage } from '@/lib/queries/feed-page'
import { getMessages, getSite } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'

export async function generateMetadata(): Promise<Metadata> {
  const { interface: t } = await getMessages()
  return {
    title: t.feed,
    alternates: { canonical: '/subscribe', types: feedLinks(await getSite()) },
  }
}

export const ensureStatic = 'navigation'

export default async function SubscribePage() {
  const feed = await getFeedPage({ kind: 'site' }, 1)
  return feed && <FeedView list={{ kind: 'site' }} feed={feed} />
}
