import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { TeaserList } from '@/components/lists/teaser-list'
import { prerenderedLists, prerenderParams } from '@/lib/queries/prerender-params'
import { getMessages, getSite } from '@/lib/queries/site'
import { getTeaserPage } from '@/lib/queries/teasers'
import { feedLinks } from '@/lib/site/feed-address'
import { fill } from '@/lib/site/i18n'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const first = await getTeaserPage(1)
  const all = Array.from({ length: first?.total ?? 1 }, (_, index) => ({ number: String(index + 1) }))
  return prerenderParams(all, prerenderedLists, { number: '1' })
}

export async function generateMetadata({ params }: PageProps<'/page/[number]'>): Promise<Metadata> {
  const { number } = await params
  const page = await getTeaserPage(Number(number))
  if (!page) return {}
  const { interface: t } = await getMessages()
  return {
    title: fill(t.pageNumber, { number: page.number, total: page.total }),
    alternates: { canonical: `/page/${page.number}`, types: feedLinks(await getSite()) },
  }
}

export const ensureStatic = 'navigation'

export default async function NumberedIndexPage({ params }: PageProps<'/page/[number]'>) {
  const { number } = await params
  if (number === '1') permanentRedirect('/')
  const page = /^[1-9]\d*$/.test(number) ? await getTeaserPage(Number(number)) : undefined
  if (!page) notFound()
  return <TeaserList page={page} />
}
