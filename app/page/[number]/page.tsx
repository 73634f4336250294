import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { SiteDocument } from '@/components/layout/site-document'
import { TeaserList } from '@/components/lists/teaser-list'
import { getPageMetadata } from '@/lib/outputs/metadata/page'
import { prerenderedLists, prerenderParams } from '@/lib/queries/prerender-params'
import { getSite } from '@/lib/queries/site'
import { getTeaserPage } from '@/lib/queries/teasers'
import { feedLinks } from '@/lib/site/feed-address'
import { fill, siteMessages } from '@/lib/site/i18n'
import { indexUrl } from '@/lib/site/routes.mjs'
import { listUrl } from '@/lib/site/site-languages'
import type { ListProps } from '../../list-props'

type NumberedProps = ListProps<{ number: string }>

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const { language } = await getSite()
  const first = await getTeaserPage(1, language)
  const all = Array.from({ length: first?.total ?? 1 }, (_, index) => ({ number: String(index + 1) }))
  return prerenderParams(all, prerenderedLists, { number: '1' })
}

export async function generateMetadata({ params }: NumberedProps): Promise<Metadata> {
  const { number, language } = await params
  const site = await getSite(language)
  const page = await getTeaserPage(Number(number), site.language)
  if (!page) return {}
  const { interface: t } = siteMessages(site)
  return getPageMetadata(site, {
    title: fill(t.pageNumber, { number: page.number, total: page.total }),
    // Pages of this number contain different articles in each language, so they are not translations of each other.
    alternates: { canonical: listUrl(site, `/page/${page.number}`), types: feedLinks(site) },
  })
}

export const ensureStatic = 'navigation'

export default async function NumberedIndexPage({ params }: NumberedProps) {
  const { number, language } = await params
  const site = await getSite(language)
  if (number === '1') permanentRedirect(listUrl(site, indexUrl(1)))
  const page = /^[1-9]\d*$/.test(number) ? await getTeaserPage(Number(number), site.language) : undefined
  if (!page) notFound()
  return (
    <SiteDocument site={site}>
      <TeaserList site={site} page={page} />
    </SiteDocument>
  )
}
