import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JsonLdScript } from '@/components/layout/json-ld-script'
import { TeaserList } from '@/components/lists/teaser-list'
import { describeSite } from '@/lib/outputs/metadata/json-ld'
import { getSite } from '@/lib/queries/site'
import { getTeaserPage } from '@/lib/queries/teasers'
import { feedLinks } from '@/lib/site/feed-address'

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: { canonical: '/', types: feedLinks(await getSite()) } }
}

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export const ensureStatic = 'navigation'

export default async function IndexPage() {
  const page = await getTeaserPage(1)
  if (!page) notFound()
  return (
    <>
      <TeaserList page={page} />
      <JsonLdScript nodes={describeSite(await getSite())} />
    </>
  )
}
