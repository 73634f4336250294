import type { Metadata } from 'next'
import { cache } from 'react'
import { ArticleView } from '@/components/article/article-view'
import { HeadTags } from '@/components/head-tags'
import { PreviewNote } from '@/components/preview-note'
import { notFoundOrMoved } from '@/lib/content/not-found'
import { examples, prerenderedPosts } from '@/lib/content/prerendered'
import { getArchive, getArticle } from '@/lib/content/queries'
import { decodeSlug } from '@/lib/content/urls'
import { getArticleMetadata } from '@/lib/metadata/article'
import { getArticleTags } from '@/lib/metadata/head-tags'
import { isPreviewing } from '@/lib/preview/previewing'

const isProduction = process.env.NODE_ENV === 'production'

// A navigation waits for the whole page, which is ready: an empty shell first would only flicker.
export const instant = false

export async function generateStaticParams() {
  const all = (await getArchive()).map(({ slug }) => ({ slug }))
  return examples(all, prerenderedPosts, { slug: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/posts/[slug]'>): Promise<Metadata> {
  const article = await findArticle((await params).slug)
  return article ? getArticleMetadata(article) : {}
}

export const ensureStatic = 'navigation'

export default async function PostPage({ params }: PageProps<'/posts/[slug]'>) {
  const { slug } = await params
  const article = await findArticle(slug)
  if (!article) return notFoundOrMoved(`/posts/${slug}`)
  return (
    <>
      {article.mark === 'scheduled' && isProduction && <PreviewNote slug={article.post.slug} />}
      <HeadTags tags={await getArticleTags(article)} />
      <ArticleView article={article} />
    </>
  )
}

// Once for a page: content that is published between head and body would otherwise show in one of them.
const findArticle = cache(async (slug: string) => getArticle(slug, await isPreviewing(decodeSlug(slug))))
