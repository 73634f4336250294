import type { Metadata } from 'next'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { JsonLdScript } from '@/components/layout/json-ld-script'
import { PageTitle } from '@/components/layout/page-title'
import { PostList } from '@/components/lists/post-list'
import { describeAuthor } from '@/lib/outputs/metadata/json-ld'
import { getAuthor, getAuthors } from '@/lib/queries/lists'
import { prerenderedLists, prerenderParams } from '@/lib/queries/prerender-params'
import { getSite } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { authorUrl } from '@/lib/site/routes.mjs'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const all = (await getAuthors()).map(({ id }) => ({ id }))
  return prerenderParams(all, prerenderedLists, { id: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/authors/[id]'>): Promise<Metadata> {
  const author = await getAuthor((await params).id)
  if (!author) return {}
  const { name: title, bio } = author
  const url = authorUrl(author.id)
  return {
    title,
    description: bio ?? null,
    alternates: { canonical: url, types: feedLinks(await getSite(), { title, url }) },
  }
}

export const ensureStatic = 'navigation'

export default async function AuthorPage({ params }: PageProps<'/authors/[id]'>) {
  const { id } = await params
  const author = await getAuthor(id)
  if (!author || author.posts.length === 0) return notFoundOrMoved(`/authors/${id}`)
  return (
    <>
      <PageTitle title={author.name} note={author.bio} />
      <PostList posts={author.posts} />
      <JsonLdScript nodes={describeAuthor(author, await getSite())} />
    </>
  )
}
