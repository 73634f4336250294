import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JsonLdScript } from '@/components/layout/json-ld-script'
import { SiteDocument } from '@/components/layout/site-document'
import { TeaserList } from '@/components/lists/teaser-list'
import { describeSite } from '@/lib/outputs/metadata/json-ld'
import { getListAlternates, getPageMetadata } from '@/lib/outputs/metadata/page'
import { getListUrls } from '@/lib/queries/list-urls'
import { getSite } from '@/lib/queries/site'
import { getTeaserPage } from '@/lib/queries/teasers'
import type { ListProps } from './list-props'

export async function generateMetadata({ params }: ListProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  return getPageMetadata(site, { alternates: await getListAlternates(site, { path: '/' }) })
}

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export const ensureStatic = 'navigation'

export default async function IndexPage({ params }: ListProps) {
  const site = await getSite((await params).language)
  const page = await getTeaserPage(1, site.language)
  if (!page) notFound()
  return (
    <SiteDocument site={site} urls={await getListUrls('/')}>
      <TeaserList site={site} page={page} />
      <JsonLdScript nodes={describeSite(site)} />
    </SiteDocument>
  )
}
