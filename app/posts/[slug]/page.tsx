import type { Metadata } from 'next'
import { ArticleView } from '@/components/article/article-view'
import { notFoundOrMoved } from '@/lib/content/not-found'
import { getArchive, getArticle } from '@/lib/content/queries'
import { site } from '@/site.config'

/** How many of the newest posts a build prerenders; the archive follows on first requests. */
const prerendered = 50

// A navigation waits for the whole page, which is ready: an empty shell first would only flicker.
export const instant = false

export async function generateStaticParams() {
  const posts = await getArchive()
  // An empty site still needs one: Next takes a dynamic route for static only with an example.
  return posts.length > 0 ? posts.slice(0, prerendered).map(({ slug }) => ({ slug })) : [{ slug: 'none' }]
}

export async function generateMetadata({ params }: PageProps<'/posts/[slug]'>): Promise<Metadata> {
  const article = await getArticle((await params).slug)
  if (!article) return {}
  const { post, authors } = article
  return {
    title: post.title,
    description: post.summary ?? null,
    authors: authors.map(({ name }) => ({ name })),
    alternates: { canonical: post.source?.url ?? post.url },
    openGraph: {
      type: 'article',
      title: post.title,
      url: post.url,
      siteName: site.name,
      publishedTime: post.date,
      ...(post.updated && { modifiedTime: post.updated }),
      ...(post.summary && { description: post.summary }),
      tags: post.tags,
    },
    ...(post.unlisted && { robots: { index: false } }),
  }
}

export default async function PostPage({ params }: PageProps<'/posts/[slug]'>) {
  const { slug } = await params
  const article = await getArticle(slug)
  if (!article) return notFoundOrMoved(`/posts/${slug}`)
  return <ArticleView article={article} />
}
