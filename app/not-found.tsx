import type { Metadata } from 'next'
import { ErrorPage } from '@/components/layout/error-page'
import { SiteDocument } from '@/components/layout/site-document'
import { getPageMetadata } from '@/lib/outputs/metadata/page'
import { getSite } from '@/lib/queries/site'
import { siteMessages } from '@/lib/site/i18n'

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return getPageMetadata(site, { title: siteMessages(site).interface.notFound })
}

/**
 * Depends on the site's settings, but must not depend on documents: Next includes it in the payload of every page, so every
 * page would change with them.
 */
export default async function NotFound() {
  const site = await getSite()
  const { interface: t } = siteMessages(site)
  return (
    <SiteDocument site={site}>
      <ErrorPage site={site} title={t.notFound} text={t.notFoundText} />
    </SiteDocument>
  )
}
