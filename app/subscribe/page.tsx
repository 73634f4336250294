import type { Metadata } from 'next'
import { FeedView } from '@/components/feed-view'
import { getFeedPage } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

export const metadata: Metadata = {
  title: t.feed,
  alternates: { canonical: '/subscribe', types: feedLinks() },
}

export const ensureStatic = 'navigation'

export default async function SubscribePage() {
  const feed = await getFeedPage({ kind: 'site' }, 1)
  return feed && <FeedView list={{ kind: 'site' }} feed={feed} />
}
