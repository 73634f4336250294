import { getPrintNodes } from '@/lib/queries/body'
import type { TeaserPage } from '@/lib/queries/teasers'
import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'
import { readParts } from '@/lib/site/i18n/dates'
import { FormulaFonts } from '../layout/fonts'
import { Pager } from './pager'
import { Teaser } from './teaser'

/** How many teasers fill a window; the others are laid out when they come near (`globals.css`). */
const visible = 3

/** One index page of teasers, with a heading for each year. */
export async function TeaserList({
  site,
  page: { number, total, teasers },
}: {
  site: Site
  page: TeaserPage
}) {
  const { interface: t } = siteMessages(site)
  const bodies = teasers.slice(0, visible).flatMap(({ body }) => body || [])
  const openings = await Promise.all(bodies.map((body) => getPrintNodes(body, 'teaser')))
  const years = teasers.map(({ date }) => readParts(date, site.timeZone).year)
  return (
    <>
      <FormulaFonts fonts={openings.flatMap(({ fonts }) => fonts)} />
      <h1 className="sr-only">{site.name}</h1>
      {teasers.length === 0 && <p>{t.empty}</p>}
      {teasers.map((teaser, index) => (
        <div key={teaser.slug} className="wide">
          {years[index] !== years[index - 1] && (
            <p className="wide year-rule">
              <span className="rail">{years[index]}</span>
            </p>
          )}
          <Teaser site={site} teaser={teaser} />
        </div>
      ))}
      <Pager site={site} number={number} total={total} />
    </>
  )
}
