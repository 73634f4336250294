import 'server-only'
import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { ArticleView } from '@/components/article/article-view'
import { PreviewNote } from '@/components/layout/preview-note'
import { SiteDocument } from '@/components/layout/site-document'
import { ArticleSlot } from '@/components/layout/slot'
import { getArticleMetadata } from '@/lib/outputs/metadata/article'
import { isUrlOf } from '@/lib/published/post-at'
import { showsAll } from '@/lib/published/visibility'
import { getPostPlace } from '@/lib/queries/addresses'
import { type Article, getArticle } from '@/lib/queries/article'
import { getSiteOf } from '@/lib/queries/site'
import { isPreviewing } from '@/lib/runtime/preview/previewing'

/**
 * The article at a path, or at `/posts/:slug`; undefined if the reader cannot open it. Cached per request: otherwise, content
 * that is published between two calls would be in the body but not in the head.
 */
export const findArticleAt = cache(async (path: string): Promise<Article | undefined> => {
  const place = await getPostPlace(path)
  return place && getArticle(place.slug, await isPreviewing(place.slug))
})

/** The metadata of an article's page. */
export async function articleMetadata(path: string): Promise<Metadata | undefined> {
  const article = await findArticleAt(path)
  return article && getArticleMetadata(article)
}

/** The page of an article at its URL; at another path a permanent redirect to it. */
export async function ArticleAt({ article, path }: { article: Article; path: string }) {
  const { post, status, translations } = article
  if (!isUrlOf(post, path)) permanentRedirect(post.url)
  const site = await getSiteOf(post)
  const urls = Object.fromEntries(translations.map(({ lang, url }) => [lang, url]))
  return (
    <SiteDocument site={site} urls={urls}>
      {status === 'scheduled' && !showsAll && <PreviewNote site={site} slug={post.slug} />}
      <ArticleSlot name="BeforeArticle" site={site} post={post} />
      <ArticleView site={site} article={article} />
      <ArticleSlot name="AfterArticle" site={site} post={post} />
    </SiteDocument>
  )
}
