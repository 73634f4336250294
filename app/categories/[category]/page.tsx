import type { Metadata } from 'next'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { PageTitle } from '@/components/layout/page-title'
import { PostList } from '@/components/lists/post-list'
import { getCategories, getPostsByCategory } from '@/lib/queries/lists'
import { prerenderedLists, prerenderParams } from '@/lib/queries/prerender-params'
import { getMessages, getSite } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { fill } from '@/lib/site/i18n'
import { categoryUrl, decodeSlug } from '@/lib/site/routes.mjs'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const all = (await getCategories()).map(({ category }) => ({ category }))
  return prerenderParams(all, prerenderedLists, { category: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/categories/[category]'>): Promise<Metadata> {
  const { interface: t } = await getMessages()
  const category = decodeSlug((await params).category)
  const title = fill(t.inCategory, { category })
  const url = categoryUrl(category)
  return { title, alternates: { canonical: url, types: feedLinks(await getSite(), { title, url }) } }
}

export const ensureStatic = 'navigation'

export default async function CategoryPage({ params }: PageProps<'/categories/[category]'>) {
  const { interface: t } = await getMessages()
  const category = decodeSlug((await params).category)
  const posts = await getPostsByCategory(category)
  if (posts.length === 0) return notFoundOrMoved(categoryUrl(category))
  return (
    <>
      <PageTitle title={fill(t.inCategory, { category })} note={fill(t.postCount, { count: posts.length })} />
      <PostList posts={posts} />
    </>
  )
}
