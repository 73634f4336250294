import { getMessages } from '@/lib/queries/site'
import { fill } from '@/lib/site/i18n'
import { indexUrl } from '@/lib/site/routes.mjs'

/** Links to the index pages with newer and older teasers. */
export async function Pager({ number, total }: { number: number; total: number }) {
  if (total < 2) return null
  const { interface: t } = await getMessages()
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
