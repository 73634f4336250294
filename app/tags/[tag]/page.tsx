import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageTitle } from '@/components/page-title'
import { PostList } from '@/components/post-list'
import { examples, prerenderedLists } from '@/lib/content/prerendered'
import { getPostsByTag, getTags } from '@/lib/content/queries'
import { decodeSlug, tagUrl } from '@/lib/content/urls'
import { feedLinks } from '@/lib/feed/address'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

// A navigation waits for the whole page, which is ready: an empty shell first would only flicker.
export const instant = false

export async function generateStaticParams() {
  const all = (await getTags()).map(({ tag }) => ({ tag }))
  return examples(all, prerenderedLists, { tag: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/tags/[tag]'>): Promise<Metadata> {
  const tag = decodeSlug((await params).tag)
  const title = fill(t.tagged, { tag })
  const url = tagUrl(tag)
  return { title, alternates: { canonical: url, types: feedLinks({ title, url }) } }
}

export const ensureStatic = 'navigation'

export default async function TagPage({ params }: PageProps<'/tags/[tag]'>) {
  const tag = decodeSlug((await params).tag)
  const posts = await getPostsByTag(tag)
  if (posts.length === 0) notFound()
  return (
    <>
      <PageTitle title={fill(t.tagged, { tag })} note={fill(t.postCount, { count: posts.length })} />
      <PostList posts={posts} />
    </>
  )
}
