import type { Metadata } from 'next'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { isMoved } from '@/lib/published/post-at'
import { getAllPosts } from '@/lib/queries/lists'
import { prerenderedPosts, prerenderParams } from '@/lib/queries/prerender-params'
import { ArticleAt, articleMetadata, findArticleAt } from '../article-at'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const all = (await getAllPosts()).filter((post) => !isMoved(post)).map(({ slug }) => ({ slug }))
  return prerenderParams(all, prerenderedPosts, { slug: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/posts/[slug]'>): Promise<Metadata> {
  return (await articleMetadata(`/posts/${(await params).slug}`)) ?? {}
}

export const ensureStatic = 'navigation'

export default async function PostPage({ params }: PageProps<'/posts/[slug]'>) {
  const path = `/posts/${(await params).slug}`
  const article = await findArticleAt(path)
  return article ? <ArticleAt article={article} path={path} /> : notFoundOrMoved(path)
}
