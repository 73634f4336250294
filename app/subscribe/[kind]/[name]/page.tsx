import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { FeedView } from '@/components/feed-view'
import { type FeedList, getFeedPage } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'
import { feedTitle } from '@/lib/feed/title'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'

// A navigation waits for the whole page, which is ready: an empty shell first would only flicker.
export const instant = false

// None is prerendered: few readers open them.
export const generateStaticParams = () => [{ kind: 'tags', name: 'none' }]

export async function generateMetadata({ params }: PageProps<'/subscribe/[kind]/[name]'>): Promise<Metadata> {
  const { kind, name } = await params
  const found = await findFeed(kind, name)
  if (!found) return {}
  const { list, feed } = found
  const title = fill(messages(site.language).interface.subscribeTo, {
    title: feedTitle(list.kind, feed.name),
  })
  return {
    title: { absolute: title },
    robots: { index: false },
    alternates: { types: feedLinks({ title: feed.name, url: feed.url }) },
  }
}

export const ensureStatic = 'navigation'

export default async function SubscribeToListPage({ params }: PageProps<'/subscribe/[kind]/[name]'>) {
  const { kind, name } = await params
  const found = await findFeed(kind, name)
  if (!found) notFound()
  return <FeedView {...found} />
}

// Once for a page, as an article is found.
const findFeed = cache(async (kind: string, name: string) => {
  if (!isListKind(kind)) return undefined
  const list: FeedList = { kind, name }
  const feed = await getFeedPage(list, 1)
  return feed && { list, feed }
})

function isListKind(kind: string): kind is 'tags' | 'categories' | 'series' | 'authors' {
  return ['tags', 'categories', 'series', 'authors'].includes(kind)
}
