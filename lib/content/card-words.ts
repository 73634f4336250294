import { site } from '../../site.config'
import type { Card } from '../card/draw-card'
import { fill, messages } from '../i18n'
import { formatMonth, readParts } from '../i18n/dates'
import { hash } from '../store/store'
import type { Article } from './queries'

/** What an article's card says, but for its formula. */
export function toCardWords({ post, authors, series }: Article): Omit<Card, 'formulas' | 'chosen'> {
  const { interface: t } = messages(post.lang)
  const { day, year } = readParts(post.date)
  return {
    site: site.name,
    lang: post.lang,
    title: post.title,
    date: { day: String(day), month: formatMonth(post.date, post.lang), year: String(year) },
    ...(series && {
      series: {
        title: series.title,
        part: fill(t.seriesProgress, { part: series.index + 1, total: series.parts.length }),
      },
    }),
    byline: authors.map(({ name }) => name).join(' · '),
    ...(post.summary && { summary: post.summary }),
  }
}

/** Changes whenever an article's card may: those who show cards keep them by address, for good. */
export function cardVersion(article: Article): string {
  return hash(toCardWords(article), article.post.body).slice(0, 12)
}
