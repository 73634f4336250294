import { site } from '../../site.config'
import type { PostMark, PostSummary, SeriesPosition } from '../content/queries'
import { formatDate, formatDay, formatMonth, readParts } from './dates'
import { fill, messages } from './index'

/** What stands under a post's title, in words. */
export interface PostWords {
  mark?: string
  category?: string
  tags: readonly string[]
  minutes: string
}

/** A day as a date badge shows it. */
export interface DayWords {
  /** `2010-12-26` */
  date: string
  day: number
  month: string
}

/** A link to a post, and its date. */
export interface LinkWords {
  url: string
  title: string
  lang: string
  /** `2010-12-26` */
  date: string
  /** The date in words. */
  day: string
}

/** Where a post stands in its series. */
export interface SeriesWords {
  title: string
  url: string
  parts: { url: string; title: string; lang: string; part?: number }[]
  /** Index of this post among `parts`. */
  index: number
  words: { series: string; progress: string; previous: string; next: string }
}

/** Category, tags and reading time of a post, and why it is not public. */
export function describePost(
  { category, tags, counts }: Pick<PostSummary, 'category' | 'tags' | 'counts'>,
  mark?: PostMark,
): PostWords {
  const { interface: t } = messages(site.language)
  return {
    ...(mark && { mark: t[mark] }),
    ...(category && { category }),
    tags,
    minutes: fill(t.minutes, { minutes: counts.minutes }),
  }
}

/** An instant's day and month in the site's time zone. */
export function describeDay(iso: string): DayWords {
  return { date: formatDay(iso), day: readParts(iso).day, month: formatMonth(iso, site.language) }
}

/** A post where it is named. */
export function describeLink({ url, title, lang, date }: PostSummary): LinkWords {
  return { url, title, lang, date: formatDay(date), day: formatDate(date, site.language) }
}

/** A series around one of its posts. */
export function describeSeries({ title, url, parts, index }: SeriesPosition): SeriesWords {
  const { interface: t } = messages(site.language)
  const progress = fill(t.seriesProgress, { part: index + 1, total: parts.length })
  return {
    title,
    url,
    parts: parts.map(({ url, title, lang, part }) => ({
      url,
      title,
      lang,
      ...(part !== undefined && { part }),
    })),
    index,
    words: { series: t.series, progress, previous: t.previousPart, next: t.nextPart },
  }
}
