import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { SiteDocument } from '@/components/layout/site-document'
import { FeedView } from '@/components/lists/feed-view'
import { feedTitle } from '@/lib/outputs/feed/title'
import { getPageMetadata } from '@/lib/outputs/metadata/page'
import { type FeedList, getFeedPage } from '@/lib/queries/feed-page'
import { getSite, getSiteOf } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { fill, siteMessages } from '@/lib/site/i18n'
import type { Language } from '@/lib/site/languages'
import type { ListProps } from '../../../list-props'

type FeedProps = ListProps<{ kind: string; name: string }>

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

// None of these pages is prerendered, because few readers open them.
export const generateStaticParams = () => [{ kind: 'tags', name: 'none' }]

export async function generateMetadata({ params }: FeedProps): Promise<Metadata> {
  const { kind, name, language } = await params
  const found = await findFeed(kind, name, language)
  if (!found) return {}
  const { site, list, feed } = found
  const { interface: t } = siteMessages(site)
  const title = fill(t.subscribeTo, { title: feedTitle(list.kind, feed.name, site) })
  return getPageMetadata(site, {
    title: { absolute: title },
    robots: { index: false },
    alternates: { types: feedLinks(site, { title: feed.name, url: feed.url }) },
  })
}

export const ensureStatic = 'navigation'

export default async function SubscribeToListPage({ params }: FeedProps) {
  const { kind, name, language } = await params
  const found = await findFeed(kind, name, language)
  if (!found) notFound()
  return (
    <SiteDocument site={found.site}>
      <FeedView {...found} />
    </SiteDocument>
  )
}

// Cached per request, as in `app/posts/[slug]/page.tsx`.
const findFeed = cache(async (kind: string, name: string, language?: Language) => {
  if (!isListKind(kind)) return undefined
  const list: FeedList = { kind, name }
  const feed = await getFeedPage(list, 1, language ?? (await getSite()).language)
  // The feed of a series is in the language of the series.
  return feed && { list, feed, site: await getSiteOf(feed) }
})

function isListKind(kind: string): kind is 'tags' | 'categories' | 'series' | 'authors' {
  return ['tags', 'categories', 'series', 'authors'].includes(kind)
}
