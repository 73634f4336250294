import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'
import { languageQuery, listUrl } from '@/lib/site/site-languages'
import { PageTitle } from './page-title'

/** An error page: what happened, and links to pages from which the reader can continue. */
export function ErrorPage({ site, title, text }: { site: Site; title: string; text: string }) {
  const { interface: t } = siteMessages(site)
  return (
    <>
      <PageTitle title={title} note={text} />
      <p className="mb-6 flex flex-wrap gap-x-4">
        <a href={listUrl(site, '/archive')}>{t.archive}</a>
        <a href={listUrl(site, '/tags')}>{t.tags}</a>
        <a href={listUrl(site, '/series')}>{t.series}</a>
        <a href={`/random${languageQuery(site)}`}>{t.random}</a>
      </p>
    </>
  )
}
