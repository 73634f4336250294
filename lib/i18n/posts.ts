import { site } from '../../site.config'
import type { PostMark, PostSummary } from '../content/queries'
import { formatDay, formatMonth, readParts } from './dates'
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
