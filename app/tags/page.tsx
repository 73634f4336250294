import type { Metadata } from 'next'
import { PageTitle } from '@/components/layout/page-title'
import { SiteDocument } from '@/components/layout/site-document'
import { getListAlternates, getPageMetadata } from '@/lib/outputs/metadata/page'
import { getListUrls } from '@/lib/queries/list-urls'
import { getCategories, getTags } from '@/lib/queries/lists'
import { getSite } from '@/lib/queries/site'
import { siteMessages } from '@/lib/site/i18n'
import { categoryUrl, tagUrl } from '@/lib/site/routes.mjs'
import { listUrl } from '@/lib/site/site-languages'
import type { ListProps } from '../list-props'

export async function generateMetadata({ params }: ListProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  return getPageMetadata(site, {
    title: siteMessages(site).interface.tags,
    alternates: await getListAlternates(site, { path: '/tags' }),
  })
}

export const ensureStatic = 'navigation'

export default async function TagsPage({ params }: ListProps) {
  const site = await getSite((await params).language)
  const { interface: t } = siteMessages(site)
  const { language } = site
  const [tags, categories] = await Promise.all([getTags(language), getCategories(language)])
  return (
    <SiteDocument site={site} urls={await getListUrls('/tags')}>
      <PageTitle title={t.tags} />
      <Names items={tags.map(({ tag, count }) => ({ name: tag, count, href: listUrl(site, tagUrl(tag)) }))} />
      <h2 className="mt-8 mb-2 font-semibold text-title">{t.categories}</h2>
      <Names
        items={categories.map(({ category, count }) => ({
          name: category,
          count,
          href: listUrl(site, categoryUrl(category)),
        }))}
      />
    </SiteDocument>
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
