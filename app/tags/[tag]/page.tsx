import type { Metadata } from 'next'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { PageTitle } from '@/components/layout/page-title'
import { PostList } from '@/components/lists/post-list'
import { getPostsByTag, getTags } from '@/lib/queries/lists'
import { prerenderedLists, prerenderParams } from '@/lib/queries/prerender-params'
import { getMessages, getSite } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { fill } from '@/lib/site/i18n'
import { decodeSlug, tagUrl } from '@/lib/site/routes.mjs'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const all = (await getTags()).map(({ tag }) => ({ tag }))
  return prerenderParams(all, prerenderedLists, { tag: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/tags/[tag]'>): Promise<Metadata> {
  const { interface: t } = await getMessages()
  const tag = decodeSlug((await params).tag)
  const title = fill(t.tagged, { tag })
  const url = tagUrl(tag)
  return { title, alternates: { canonical: url, types: feedLinks(await getSite(), { title, url }) } }
}

export const ensureStatic = 'navigation'

export default async function TagPage({ params }: PageProps<'/tags/[tag]'>) {
  const { interface: t } = await getMessages()
  const tag = decodeSlug((await params).tag)
  const posts = await getPostsByTag(tag)
  if (posts.length === 0) return notFoundOrMoved(tagUrl(tag))
  return (
    <>
      <PageTitle title={fill(t.tagged, { tag })} note={fill(t.postCount, { count: posts.length })} />
      <PostList posts={posts} />
    </>
  )
}
