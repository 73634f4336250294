import type { Metadata } from 'next'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { PageTitle } from '@/components/layout/page-title'
import { SiteDocument } from '@/components/layout/site-document'
import { PostList } from '@/components/lists/post-list'
import { getListAlternates, getPageMetadata } from '@/lib/outputs/metadata/page'
import { getListUrls } from '@/lib/queries/list-urls'
import { getPostsByTag, getTags } from '@/lib/queries/lists'
import { prerenderedLists, prerenderParams } from '@/lib/queries/prerender-params'
import { getSite } from '@/lib/queries/site'
import { fill, siteMessages } from '@/lib/site/i18n'
import { decodeSlug, tagUrl } from '@/lib/site/routes.mjs'
import { listUrl } from '@/lib/site/site-languages'
import type { ListProps } from '../../list-props'

type TagProps = ListProps<{ tag: string }>

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const all = (await getTags((await getSite()).language)).map(({ tag }) => ({ tag }))
  return prerenderParams(all, prerenderedLists, { tag: 'none' })
}

export async function generateMetadata({ params }: TagProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  const tag = decodeSlug((await params).tag)
  const title = fill(siteMessages(site).interface.tagged, { tag })
  const of = { kind: 'tags', name: tag } as const
  const alternates = await getListAlternates(site, { path: tagUrl(tag), of, feed: title })
  return getPageMetadata(site, { title, alternates })
}

export const ensureStatic = 'navigation'

export default async function TagPage({ params }: TagProps) {
  const site = await getSite((await params).language)
  const { interface: t } = siteMessages(site)
  const tag = decodeSlug((await params).tag)
  const posts = await getPostsByTag(tag, site.language)
  if (posts.length === 0) return notFoundOrMoved(listUrl(site, tagUrl(tag)))
  const urls = await getListUrls(tagUrl(tag), { kind: 'tags', name: tag })
  return (
    <SiteDocument site={site} urls={urls}>
      <PageTitle title={fill(t.tagged, { tag })} note={fill(t.postCount, { count: posts.length })} />
      <PostList site={site} posts={posts} />
    </SiteDocument>
  )
}
