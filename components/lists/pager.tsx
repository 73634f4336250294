import type { Site } from '@/lib/site/config'
import { fill, siteMessages } from '@/lib/site/i18n'
import { indexUrl } from '@/lib/site/routes.mjs'
import { listUrl } from '@/lib/site/site-languages'

/** Links to the index pages with newer and older teasers. */
export function Pager({ site, number, total }: { site: Site; number: number; total: number }) {
  if (total < 2) return null
  const { interface: t } = siteMessages(site)
  return (
    <nav aria-label={t.pages} className="pager">
      <p>
        {number > 1 && (
          <a href={listUrl(site, indexUrl(number - 1))} rel="prev">
            ← {t.newer}
          </a>
        )}
      </p>
      <p>{fill(t.pageNumber, { number, total })}</p>
      <p>
        {number < total && (
          <a href={listUrl(site, indexUrl(number + 1))} rel="next">
            {t.older} →
          </a>
        )}
      </p>
    </nav>
  )
}
