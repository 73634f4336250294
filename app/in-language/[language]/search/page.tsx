import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import SearchPage, { generateMetadata as getMetadata } from '@/app/search/page'
import { findSiteIn } from '@/lib/queries/site'

type Props = PageProps<'/in-language/[language]/search'>

// As in `app/search/page.tsx`.
export const instant = false

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await findSiteIn((await params).language)
  return site ? getMetadata({ params: Promise.resolve({ language: site.language }) }) : {}
}

/** Search in a language after the first: `/en/search`. */
export default async function SearchInLanguagePage({ params, searchParams }: Props) {
  const site = await findSiteIn((await params).language)
  if (!site) notFound()
  return <SearchPage params={Promise.resolve({ language: site.language })} searchParams={searchParams} />
}
