import type { Metadata } from 'next'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { PageTitle } from '@/components/layout/page-title'
import { SiteDocument } from '@/components/layout/site-document'
import { PostList } from '@/components/lists/post-list'
import { getListAlternates, getPageMetadata } from '@/lib/outputs/metadata/page'
import { getListUrls } from '@/lib/queries/list-urls'
import { getCategories, getPostsByCategory } from '@/lib/queries/lists'
import { prerenderedLists, prerenderParams } from '@/lib/queries/prerender-params'
import { getSite } from '@/lib/queries/site'
import { fill, siteMessages } from '@/lib/site/i18n'
import { categoryUrl, decodeSlug } from '@/lib/site/routes.mjs'
import { listUrl } from '@/lib/site/site-languages'
import type { ListProps } from '../../list-props'

type CategoryProps = ListProps<{ category: string }>

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const all = (await getCategories((await getSite()).language)).map(({ category }) => ({ category }))
  return prerenderParams(all, prerenderedLists, { category: 'none' })
}

export async function generateMetadata({ params }: CategoryProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  const category = decodeSlug((await params).category)
  const title = fill(siteMessages(site).interface.inCategory, { category })
  const of = { kind: 'categories', name: category } as const
  const alternates = await getListAlternates(site, { path: categoryUrl(category), of, feed: title })
  return getPageMetadata(site, { title, alternates })
}

export const ensureStatic = 'navigation'

export default async function CategoryPage({ params }: CategoryProps) {
  const site = await getSite((await params).language)
  const { interface: t } = siteMessages(site)
  const category = decodeSlug((await params).category)
  const posts = await getPostsByCategory(category, site.language)
  if (posts.length === 0) return notFoundOrMoved(listUrl(site, categoryUrl(category)))
  const urls = await getListUrls(categoryUrl(category), { kind: 'categories', name: category })
  return (
    <SiteDocument site={site} urls={urls}>
      <PageTitle title={fill(t.inCategory, { category })} note={fill(t.postCount, { count: posts.length })} />
      <PostList site={site} posts={posts} />
    </SiteDocument>
  )
}
