import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HeadTags } from '@/components/head-tags'
import { JsonLd } from '@/components/json-ld'
import { TeaserList } from '@/components/teasers/teaser-list'
import { getTeaserPage } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'
import { siteTags } from '@/lib/metadata/head-tags'
import { describeSite } from '@/lib/metadata/json-ld'

export const metadata: Metadata = {
  alternates: { canonical: '/', types: feedLinks() },
  // `HeadTags` says it, shorter.
  openGraph: null,
  twitter: null,
}

// A navigation waits for the whole page, which is ready. In development Next would else draw a shell of it by itself, to
// see whether there is one, and find that nothing was handed over.
export const instant = false

export const ensureStatic = 'navigation'

export default async function IndexPage() {
  const page = await getTeaserPage(1)
  if (!page) notFound()
  return (
    <>
      <HeadTags tags={siteTags()} />
      <TeaserList page={page} />
      <JsonLd described={describeSite()} />
    </>
  )
}
