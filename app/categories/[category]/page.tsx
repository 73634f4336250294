import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageTitle } from '@/components/page-title'
import { PostList } from '@/components/post-list'
import { examples, prerenderedLists } from '@/lib/content/prerendered'
import { getCategories, getPostsByCategory } from '@/lib/content/queries'
import { categoryUrl, decodeSlug } from '@/lib/content/urls'
import { feedLinks } from '@/lib/feed/address'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

// A navigation waits for the whole page, which is ready: an empty shell first would only flicker.
export const instant = false

export async function generateStaticParams() {
  const all = (await getCategories()).map(({ category }) => ({ category }))
  return examples(all, prerenderedLists, { category: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/categories/[category]'>): Promise<Metadata> {
  const category = decodeSlug((await params).category)
  const title = fill(t.inCategory, { category })
  const url = categoryUrl(category)
  return { title, alternates: { canonical: url, types: feedLinks({ title, url }) } }
}

export const ensureStatic = 'navigation'

export default async function CategoryPage({ params }: PageProps<'/categories/[category]'>) {
  const category = decodeSlug((await params).category)
  const posts = await getPostsByCategory(category)
  if (posts.length === 0) notFound()
  return (
    <>
      <PageTitle title={fill(t.inCategory, { category })} note={fill(t.postCount, { count: posts.length })} />
      <PostList posts={posts} />
    </>
  )
}
