import type { Teaser as TeaserData, TeaserPage } from '@/lib/content/queries'
import { fill, messages } from '@/lib/i18n'
import { readParts } from '@/lib/i18n/dates'
import { describeDay, describePost } from '@/lib/i18n/posts'
import { site } from '@/site.config'
import { Body } from './article/body'
import { Pager } from './pager'
import { Teaser } from './teaser'

/** One page of teasers, with the year where it changes. */
export function TeaserList({ page: { number, total, teasers } }: { page: TeaserPage }) {
  const { interface: t } = messages(site.language)
  const years = teasers.map(({ date }) => readParts(date).year)
  return (
    <>
      <h1 className="sr-only">{site.name}</h1>
      {teasers.length === 0 && <p>{t.empty}</p>}
      {teasers.map((teaser, index) => (
        <div key={teaser.slug} className="wide">
          {years[index] !== years[index - 1] && <YearRule year={years[index] ?? 0} />}
          {/* Three are more than a window, as `globals.css` has it. */}
          <Opening post={teaser} isFar={index >= 3} />
        </div>
      ))}
      <Pager number={number} total={total} />
    </>
  )
}

function Opening({ post, isFar }: { post: TeaserData; isFar: boolean }) {
  const { interface: t } = messages(site.language)
  return (
    <Teaser
      url={post.url}
      title={post.title}
      lang={post.lang}
      day={describeDay(post.date)}
      meta={describePost(post, post.mark)}
      problems={post.problems > 0 ? t.problems : undefined}
      more={post.complete ? undefined : [t.readMore, fill(t.readMoreAbout, { title: post.title })]}
    >
      {post.body && <Body body={post.body} part="teaser" isFar={isFar} />}
    </Teaser>
  )
}

function YearRule({ year }: { year: number }) {
  return (
    <p className="wide year-rule">
      <span className="rail">{year}</span>
    </p>
  )
}
