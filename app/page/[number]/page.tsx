import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { TeaserList } from '@/components/teasers/teaser-list'
import { examples, prerenderedLists } from '@/lib/content/prerendered'
import { getTeaserPage } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'

// A navigation waits for the whole page, which is ready: an empty shell first would only flicker.
export const instant = false

export async function generateStaticParams() {
  const first = await getTeaserPage(1)
  const all = Array.from({ length: first?.total ?? 1 }, (_, index) => ({ number: String(index + 1) }))
  return examples(all, prerenderedLists, { number: '1' })
}

export async function generateMetadata({ params }: PageProps<'/page/[number]'>): Promise<Metadata> {
  const { number } = await params
  const page = await getTeaserPage(Number(number))
  if (!page) return {}
  const { interface: t } = messages(site.language)
  return {
    title: fill(t.pageNumber, { number: page.number, total: page.total }),
    alternates: { canonical: `/page/${page.number}`, types: feedLinks() },
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
