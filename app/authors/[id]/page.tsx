import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JsonLd } from '@/components/json-ld'
import { PageTitle } from '@/components/page-title'
import { PostList } from '@/components/post-list'
import { examples, prerenderedLists } from '@/lib/content/prerendered'
import { getAuthor, getAuthors } from '@/lib/content/queries'
import { authorUrl } from '@/lib/content/urls'
import { feedLinks } from '@/lib/feed/address'
import { describeAuthor } from '@/lib/metadata/json-ld'

// A navigation waits for the whole page, which is ready: an empty shell first would only flicker.
export const instant = false

export async function generateStaticParams() {
  const all = (await getAuthors()).map(({ id }) => ({ id }))
  return examples(all, prerenderedLists, { id: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/authors/[id]'>): Promise<Metadata> {
  const author = await getAuthor((await params).id)
  if (!author) return {}
  const { name: title, bio } = author
  const url = authorUrl(author.id)
  return {
    title,
    description: bio ?? null,
    alternates: { canonical: url, types: feedLinks({ title, url }) },
  }
}

export const ensureStatic = 'navigation'

export default async function AuthorPage({ params }: PageProps<'/authors/[id]'>) {
  const author = await getAuthor((await params).id)
  if (!author || author.posts.length === 0) notFound()
  return (
    <>
      <PageTitle title={author.name} note={author.bio} />
      <PostList posts={author.posts} />
      <JsonLd described={describeAuthor(author)} />
    </>
  )
}
