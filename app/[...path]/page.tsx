import type { Metadata } from 'next'
import { Body } from '@/components/article/body'
import { PageTitle } from '@/components/page-title'
import { Problems } from '@/components/problems'
import { notFoundOrMoved } from '@/lib/content/not-found'
import { examples, prerenderedLists } from '@/lib/content/prerendered'
import { getPage, getPages } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'

// A navigation waits for the whole page, which is ready: an empty shell first would only flicker.
export const instant = false

export async function generateStaticParams() {
  const all = (await getPages()).map(({ slug }) => ({ path: [slug] }))
  return examples(all, prerenderedLists, { path: ['none'] })
}

export async function generateMetadata({ params }: PageProps<'/[...path]'>): Promise<Metadata> {
  const page = await findPage((await params).path)
  return page
    ? {
        title: page.title,
        description: page.summary ?? null,
        alternates: { canonical: page.url, types: feedLinks() },
      }
    : {}
}

/** Pages such as /about; old addresses of posts, of any depth, lead on from here. */
export const ensureStatic = 'navigation'

export default async function ContentPage({ params }: PageProps<'/[...path]'>) {
  const { path } = await params
  const page = await findPage(path)
  if (!page) return notFoundOrMoved(`/${path.join('/')}`)
  return (
    <article lang={page.lang}>
      <PageTitle title={page.title} />
      <Problems problems={page.problems} />
      <div className="prose max-w-column">{page.body && <Body body={page.body} part="page" />}</div>
    </article>
  )
}

async function findPage([slug, ...rest]: string[]) {
  return slug !== undefined && rest.length === 0 ? getPage(slug) : undefined
}
