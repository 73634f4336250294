import type { Metadata } from 'next'
import { PageTitle } from '@/components/layout/page-title'
import { getCategories, getTags } from '@/lib/queries/lists'
import { getMessages, getSite } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { categoryUrl, tagUrl } from '@/lib/site/routes.mjs'

export async function generateMetadata(): Promise<Metadata> {
  const { interface: t } = await getMessages()
  return { title: t.tags, alternates: { canonical: '/tags', types: feedLinks(await getSite()) } }
}

export const ensureStatic = 'navigation'

export default async function TagsPage() {
  const { interface: t } = await getMessages()
  const [tags, categories] = await Promise.all([getTags(), getCategories()])
  return (
    <>
      <PageTitle title={t.tags} />
      <Names items={tags.map(({ tag, count }) => ({ name: tag, count, href: tagUrl(tag) }))} />
      <h2 className="mt-8 mb-2 font-semibold text-title">{t.categories}</h2>
      <Names
        items={categories.map(({ category, count }) => ({
          name: category,
          count,
          href: categoryUrl(category),
        }))}
      />
    </>
  )
}

function Names({ items }: { items: { name: string; count: number; href: string }[] }) {
  return (
    <ul className="flex max-w-column flex-wrap gap-x-5">
      {items.map(({ name, count, href }) => (
        <li key={name}>
          <a href={href}>{name}</a> <span className="text-quiet text-small lining-nums">{count}</span>
        </li>
      ))}
    </ul>
  )
}
