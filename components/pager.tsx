import { indexUrl } from '@/lib/content/urls'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'

/** Newer and older pages of teasers. */
export function Pager({ number, total }: { number: number; total: number }) {
  const { interface: t } = messages(site.language)
  if (total < 2) return null
  return (
    <nav aria-label={t.pages} className="pager">
      <p>
        {number > 1 && (
          <a href={indexUrl(number - 1)} rel="prev">
            ← {t.newer}
          </a>
        )}
      </p>
      <p>{fill(t.pageNumber, { number, total })}</p>
      <p>
        {number < total && (
          <a href={indexUrl(number + 1)} rel="next">
            {t.older} →
          </a>
        )}
      </p>
    </nav>
  )
}
