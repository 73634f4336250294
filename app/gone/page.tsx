import type { Metadata } from 'next'
import { ErrorPage } from '@/components/layout/error-page'
import { SiteDocument } from '@/components/layout/site-document'
import { getPageMetadata } from '@/lib/outputs/metadata/page'
import { getSite } from '@/lib/queries/site'
import { siteMessages } from '@/lib/site/i18n'
import type { ListProps } from '../list-props'

export async function generateMetadata({ params }: ListProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  return getPageMetadata(site, { title: siteMessages(site).interface.gone, robots: { index: false } })
}

export const ensureStatic = 'navigation'

/** Sent with status 410 for every deleted post (`lib/runtime/server/deleted-posts.ts`), so it does not name the post. */
export default async function GonePage({ params }: ListProps) {
  const site = await getSite((await params).language)
  const { interface: t } = siteMessages(site)
  return (
    <SiteDocument site={site}>
      <ErrorPage site={site} title={t.gone} text={t.goneText} />
    </SiteDocument>
  )
}
