import type { Metadata } from 'next'
import { cache } from 'react'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { ArticleView } from '@/components/article/article-view'
import { PreviewNote } from '@/components/layout/preview-note'
import { SiteDocument } from '@/components/layout/site-document'
import { ArticleSlot } from '@/components/layout/slot'
import { getArticleMetadata } from '@/lib/outputs/metadata/article'
import { showsAll } from '@/lib/published/visibility'
import { getArticle } from '@/lib/queries/article'
import { getAllPosts } from '@/lib/queries/lists'
import { prerenderedPosts, prerenderParams } from '@/lib/queries/prerender-params'
import { getSiteOf } from '@/lib/queries/site'
import { isPreviewing } from '@/lib/runtime/preview/previewing'
import { decodeSlug } from '@/lib/site/routes.mjs'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const all = (await getAllPosts()).map(({ slug }) => ({ slug }))
  return prerenderParams(all, prerenderedPosts, { slug: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/posts/[slug]'>): Promise<Metadata> {
  const article = await findArticle((await params).slug)
  return article ? await getArticleMetadata(article) : {}
}

export const ensureStatic = 'navigation'

export default async function PostPage({ params }: PageProps<'/posts/[slug]'>) {
  const { slug } = await params
  const article = await findArticle(slug)
  if (!article) return notFoundOrMoved(`/posts/${slug}`)
  const { post, translations } = article
  const site = await getSiteOf(post)
  const urls = Object.fromEntries(translations.map(({ lang, url }) => [lang, url]))
  return (
    <SiteDocument site={site} urls={urls}>
      {article.status === 'scheduled' && !showsAll && <PreviewNote site={site} slug={post.slug} />}
      <ArticleSlot name="BeforeArticle" site={site} post={post} />
      <ArticleView site={site} article={article} />
      <ArticleSlot name="AfterArticle" site={site} post={post} />
    </SiteDocument>
  )
}

// Cached per request: otherwise, content that is published between the two calls would be in the body but not in the head.
const findArticle = cache(async (slug: string) => getArticle(slug, await isPreviewing(decodeSlug(slug))))
