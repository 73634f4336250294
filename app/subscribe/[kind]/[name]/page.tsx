import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { FeedView } from '@/components/lists/feed-view'
import { feedTitle } from '@/lib/outputs/feed/title'
import { type FeedList, getFeedPage } from '@/lib/queries/feed-page'
import { getMessages, getSite } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { fill } from '@/lib/site/i18n'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

// None of these pages is prerendered, because few readers open them.
export const generateStaticParams = () => [{ kind: 'tags', name: 'none' }]

export async function generateMetadata({ params }: PageProps<'/subscribe/[kind]/[name]'>): Promise<Metadata> {
  const { kind, name } = await params
  const found = await findFeed(kind, name)
  if (!found) return {}
  const { list, feed } = found
  const site = await getSite()
  const { interface: t } = await getMessages()
  const title = fill(t.subscribeTo, { title: feedTitle(list.kind, feed.name, site) })
  return {
    title: { absolute: title },
    robots: { index: false },
    alternates: { types: feedLinks(site, { title: feed.name, url: feed.url }) },
  }
}

export const ensureStatic = 'navigation'

export default async function SubscribeToListPage({ params }: PageProps<'/subscribe/[kind]/[name]'>) {
  const { kind, name } = await params
  const found = await findFeed(kind, name)
  if (!found) notFound()
  return <FeedView {...found} />
}

// Cached per request, as in `app/posts/[slug]/page.tsx`.
const findFeed = cache(async (kind: string, name: string) => {
  if (!isListKind(kind)) return undefined
  const list: FeedList = { kind, name }
  const feed = await getFeedPage(list, 1)
  return feed && { list, feed }
})

function isListKind(kind: string): kind is 'tags' | 'categories' | 'series' | 'authors' {
  return ['tags', 'categories', 'series', 'authors'].includes(kind)
}
