import type { Teaser as TeaserData } from '@/lib/queries/teasers'
import type { Site } from '@/lib/site/config'
import { fill, siteMessages } from '@/lib/site/i18n'
import { transitionName } from '@/lib/site/transition-name'
import { Body } from '../article/body'
import { FormulaText } from '../layout/formula-text'
import { DateBadge } from './date-badge'
import { PostMeta } from './post-meta'

/** A post on an index page: date, title, beginning, and a link to the whole article. */
export function Teaser({ site, teaser }: { site: Site; teaser: TeaserData }) {
  const { url, title, lang, date, status, problems, body, complete } = teaser
  const { interface: t } = siteMessages(site)
  return (
    <article className="teaser-grid mb-12">
      <DateBadge site={site} date={date} />
      <div>
        <h2
          lang={lang}
          className="text-balance font-semibold text-title leading-snug"
          style={{ viewTransitionName: transitionName(url) }}
        >
          <a href={url} className="no-underline hover:text-seal">
            <FormulaText of={teaser} field="title" />
          </a>
        </h2>
        <PostMeta site={site} post={teaser} status={status} />
        {problems > 0 && <p className="text-seal">{t.problems}</p>}
        <div lang={lang} className="prose mt-2">
          {body && <Body body={body} part="teaser" />}
        </div>
        {!complete && (
          <p className="mt-4 font-ui text-small">
            <a
              href={url}
              aria-label={fill(t.readMoreAbout, { title })}
              className="text-seal no-underline hover:underline"
            >
              {t.readMore}
            </a>
          </p>
        )}
      </div>
    </article>
  )
}
