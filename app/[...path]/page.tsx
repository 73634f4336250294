import type { Metadata } from 'next'
import { ArticleAt, articleMetadata, findArticleAt } from '@/app/posts/article-at'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { Body } from '@/components/article/body'
import { FormulaText } from '@/components/layout/formula-text'
import { PageTitle } from '@/components/layout/page-title'
import { Problems } from '@/components/layout/problems'
import { SiteDocument } from '@/components/layout/site-document'
import { getPageMetadata } from '@/lib/outputs/metadata/page'
import { isMoved } from '@/lib/published/post-at'
import { languageUrls } from '@/lib/queries/language-urls'
import { getAllPosts } from '@/lib/queries/lists'
import { getPage, getPages, getPageTranslations } from '@/lib/queries/pages'
import { prerenderedLists, prerenderedPosts, prerenderParams } from '@/lib/queries/prerender-params'
import { getSite, getSiteOf } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { decodeSlug } from '@/lib/site/routes.mjs'
import { languagesOf } from '@/lib/site/site-languages'
import { findListPage } from './list-pages'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const indexes = languagesOf(await getSite()).slice(1)
  const pages = [...indexes, ...(await getPages()).map(({ slug }) => slug)].map((slug) => ({ path: [slug] }))
  const posts = (await getAllPosts())
    .filter(isMoved)
    .map(({ url }) => ({ path: url.slice(1).split('/').map(decodeSlug) }))
  const all = [...pages.slice(0, prerenderedLists), ...posts.slice(0, prerenderedPosts)]
  return prerenderParams(all, all.length, { path: ['none'] })
}

export async function generateMetadata({ params }: PageProps<'/[...path]'>): Promise<Metadata> {
  const { path } = await params
  const list = await findListPage(path)
  if (list) return list.page.generateMetadata(list.props)
  const page = await findPage(path)
  if (!page) return (await articleMetadata(`/${path.join('/')}`)) ?? {}
  const site = await getSiteOf(page)
  const translations = await getPageTranslations(page.slug)
  return getPageMetadata(site, {
    title: page.title,
    description: page.summary ?? null,
    alternates: {
      canonical: page.url,
      types: feedLinks(site),
      ...(translations.length > 0 && { languages: languageUrls(page, translations) }),
    },
  })
}

export const ensureStatic = 'navigation'

/**
 * Pages such as /about, lists such as /en/archive, posts at the URLs that authors choose, and redirects from old paths, which can
 * have any depth.
 */
export default async function ContentPage({ params }: PageProps<'/[...path]'>) {
  const { path: segments } = await params
  const list = await findListPage(segments)
  if (list) return list.page.default(list.props)
  const path = `/${segments.join('/')}`
  const page = await findPage(segments)
  const article = page ? undefined : await findArticleAt(path)
  if (article) return <ArticleAt article={article} path={path} />
  if (!page) return notFoundOrMoved(path)
  const site = await getSiteOf(page)
  const translations = await getPageTranslations(page.slug)
  return (
    <SiteDocument site={site} urls={Object.fromEntries(translations.map(({ lang, url }) => [lang, url]))}>
      <article lang={page.lang}>
        <PageTitle title={<FormulaText of={page} field="title" />} />
        <Problems site={site} problems={page.problems} />
        <div className="prose max-w-column">{page.body && <Body body={page.body} part="page" />}</div>
      </article>
    </SiteDocument>
  )
}

async function findPage([slug, ...rest]: string[]) {
  return slug !== undefined && rest.length === 0 ? getPage(slug) : undefined
}
