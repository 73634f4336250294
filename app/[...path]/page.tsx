import type { Metadata } from 'next'
import { ArticleAt, articleMetadata, findArticleAt } from '@/app/posts/article-at'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { Body } from '@/components/article/body'
import { FormulaText } from '@/components/layout/formula-text'
import { PageTitle } from '@/components/layout/page-title'
import { Problems } from '@/components/layout/problems'
import { isMoved } from '@/lib/published/post-at'
import { getArchive } from '@/lib/queries/lists'
import { getPage, getPages } from '@/lib/queries/pages'
import { prerenderedLists, prerenderedPosts, prerenderParams } from '@/lib/queries/prerender-params'
import { getSite } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { decodeSlug } from '@/lib/site/routes.mjs'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const pages = (await getPages()).map(({ slug }) => ({ path: [slug] }))
  const posts = (await getArchive())
    .filter(isMoved)
    .map(({ url }) => ({ path: url.slice(1).split('/').map(decodeSlug) }))
  const all = [...pages.slice(0, prerenderedLists), ...posts.slice(0, prerenderedPosts)]
  return prerenderParams(all, all.length, { path: ['none'] })
}

export async function generateMetadata({ params }: PageProps<'/[...path]'>): Promise<Metadata> {
  const { path } = await params
  const page = await findPage(path)
  if (!page) return (await articleMetadata(`/${path.join('/')}`)) ?? {}
  return {
    title: page.title,
    description: page.summary ?? null,
    alternates: { canonical: page.url, types: feedLinks(await getSite()) },
  }
}

/** Pages such as /about, posts at the URLs that authors choose, and redirects from old paths, which can have any depth. */
export const ensureStatic = 'navigation'

export default async function ContentPage({ params }: PageProps<'/[...path]'>) {
  const { path: segments } = await params
  const path = `/${segments.join('/')}`
  const page = await findPage(segments)
  const article = page ? undefined : await findArticleAt(path)
  if (article) return <ArticleAt article={article} path={path} />
  if (!page) return notFoundOrMoved(path)
  return (
    <article lang={page.lang}>
      <PageTitle title={<FormulaText of={page} field="title" />} />
      <Problems problems={page.problems} />
      <div className="prose max-w-column">{page.body && <Body body={page.body} part="page" />}</div>
    </article>
  )
}

async function findPage([slug, ...rest]: string[]) {
  return slug !== undefined && rest.length === 0 ? getPage(slug) : undefined
}
