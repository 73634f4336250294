import type { Metadata } from 'next'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { JsonLdScript } from '@/components/layout/json-ld-script'
import { PageTitle } from '@/components/layout/page-title'
import { SiteDocument } from '@/components/layout/site-document'
import { PostList } from '@/components/lists/post-list'
import { describeAuthor } from '@/lib/outputs/metadata/json-ld'
import { getListAlternates, getPageMetadata } from '@/lib/outputs/metadata/page'
import { getListUrls } from '@/lib/queries/list-urls'
import { getAuthor, getAuthors } from '@/lib/queries/lists'
import { prerenderedLists, prerenderParams } from '@/lib/queries/prerender-params'
import { getSite } from '@/lib/queries/site'
import { authorUrl } from '@/lib/site/routes.mjs'
import { listUrl } from '@/lib/site/site-languages'
import type { ListProps } from '../../list-props'

type AuthorProps = ListProps<{ id: string }>

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const all = (await getAuthors((await getSite()).language)).map(({ id }) => ({ id }))
  return prerenderParams(all, prerenderedLists, { id: 'none' })
}

export async function generateMetadata({ params }: AuthorProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  const author = await getAuthor((await params).id, site.language)
  if (!author) return {}
  const { id, name: title, bio } = author
  const list = { path: authorUrl(id), of: { kind: 'authors', name: id }, feed: title } as const
  return getPageMetadata(site, {
    title,
    description: bio ?? null,
    alternates: await getListAlternates(site, list),
  })
}

export const ensureStatic = 'navigation'

export default async function AuthorPage({ params }: AuthorProps) {
  const { id, language } = await params
  const site = await getSite(language)
  const author = await getAuthor(id, site.language)
  if (!author || author.posts.length === 0) return notFoundOrMoved(listUrl(site, `/authors/${id}`))
  const urls = await getListUrls(authorUrl(author.id), { kind: 'authors', name: author.id })
  return (
    <SiteDocument site={site} urls={urls}>
      <PageTitle title={author.name} note={author.bio} />
      <PostList site={site} posts={author.posts} />
      <JsonLdScript nodes={describeAuthor(author, site)} />
    </SiteDocument>
  )
}
