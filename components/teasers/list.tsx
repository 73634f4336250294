import type { ReactNode } from 'react'
import type { Teaser as TeaserData, TeaserPage } from '@/lib/content/queries'
import { fill, messages } from '@/lib/i18n'
import { readParts } from '@/lib/i18n/dates'
import { describeDay, describePost } from '@/lib/i18n/posts'
import { site } from '@/site.config'
import { Pager } from '../pager'
import { Teaser } from './teaser'

/**
 * One page of teasers, with the year where it changes.
 * @param drawOpening draws the text of one
 */
export function List({
  page: { number, total, teasers },
  drawOpening,
}: {
  page: TeaserPage
  drawOpening: (body: string) => ReactNode
}) {
  const { interface: t } = messages(site.language)
  const years = teasers.map(({ date }) => readParts(date).year)
  return (
    <>
      <h1 className="sr-only">{site.name}</h1>
      {teasers.length === 0 && <p>{t.empty}</p>}
      {teasers.map((teaser, index) => (
        <div key={teaser.slug} className="wide">
          {years[index] !== years[index - 1] && <YearRule year={years[index] ?? 0} />}
          <Teaser {...toWords(teaser)}>{teaser.body && drawOpening(teaser.body)}</Teaser>
        </div>
      ))}
      <Pager number={number} total={total} />
    </>
  )
}

function toWords(post: TeaserData) {
  const { url, title, lang, date, mark, problems, complete } = post
  const { interface: t } = messages(site.language)
  return {
    url,
    title,
    lang,
    day: describeDay(date),
    meta: describePost(post, mark),
    problems: problems > 0 ? t.problems : undefined,
    more: complete ? undefined : ([t.readMore, fill(t.readMoreAbout, { title })] as const),
  }
}

function YearRule({ year }: { year: number }) {
  return (
    <p className="wide year-rule">
      <span className="rail">{year}</span>
    </p>
  )
}
