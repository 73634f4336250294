import type { Article } from '../../queries/article'
import type { Site } from '../../site/config'
import { fill, siteMessages } from '../../site/i18n'
import { formatMonth, readParts } from '../../site/i18n/dates'
import { hash } from '../../store/store'
import type { Card } from './draw-card'

/** The settings that the card of an article depends on. */
export type CardSettings = Pick<Site, 'name' | 'timeZone' | 'language' | 'words' | 'theme'>

/** All texts of an article's card, and its colours; its formula is added later. */
export function toCardText(
  { post, authors, series }: Article,
  site: CardSettings,
): Omit<Card, 'formulas' | 'chosen'> {
  const { name, timeZone } = site
  const { interface: t } = siteMessages(site, post.lang)
  const { day, year } = readParts(post.date, timeZone)
  return {
    site: name,
    lang: post.lang,
    title: post.title,
    date: {
      day: String(day),
      month: formatMonth(post.date, { language: post.lang, timeZone }),
      year: String(year),
    },
    ...(series && {
      series: {
        title: series.title,
        part: fill(t.seriesProgress, { part: series.index + 1, total: series.parts.length }),
      },
    }),
    byline: authors.map(({ name }) => name).join(' · '),
    ...(post.summary && { summary: post.summary }),
    ...paletteOf(site),
  }
}

/** The colours of a site's cards, if its theme has any. */
export function paletteOf({ theme }: Pick<Site, 'theme'>): Pick<Card, 'palette'> {
  return theme?.palette ? { palette: theme.palette } : {}
}

/** Changes whenever the card of an article may change: other sites cache cards by URL without expiry. */
export function cardVersion(article: Article, site: CardSettings): string {
  return hash(toCardText(article, site), article.post.body).slice(0, 12)
}
