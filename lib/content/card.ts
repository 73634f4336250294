import 'server-only'
import { site } from '../../site.config'
import type { Card } from '../card/draw-card'
import { fill, messages } from '../i18n'
import { formatMonth, readParts } from '../i18n/dates'
import { hash } from '../store/store'
import { cacheContent } from './cache'
import { readPrinted } from './printed'
import { type Article, getArticle } from './queries'
import { tags } from './tags'
import { decodeSlug } from './urls'

/** So many displays are tried: an article of none but wide ones has a card without. */
const tried = 8

/** An article's card as PNG, by the slug of its address; undefined where readers find no article. */
export async function getCard(
  slug: string,
): Promise<{ png: Uint8Array<ArrayBuffer>; version: string; unlisted: boolean } | undefined> {
  'use cache'
  cacheContent(tags.post(decodeSlug(slug)))
  const article = await getArticle(slug)
  if (!article) return undefined
  const png = await draw({ ...wordsOf(article), ...formulasOf(article) })
  return { png, version: cardVersion(article), unlisted: article.post.unlisted }
}

/** The card of the site, for pages that have none of their own. */
export async function getSiteCard(): Promise<{ png: Uint8Array<ArrayBuffer>; version: string }> {
  'use cache'
  cacheContent()
  const card: Card = {
    site: site.name,
    lang: site.language,
    title: site.tagline,
    byline: new URL(site.url).host,
    formulas: [],
    chosen: false,
  }
  return { png: await draw(card), version: hash(card) }
}

/** Changes whenever an article's card may: those who show cards keep them by address, for good. */
export function cardVersion(article: Article): string {
  return hash(wordsOf(article), article.post.body).slice(0, 12)
}

// Fonts, MathJax and the painter are read when the first card is drawn.
async function draw(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { drawCard } = await import('../card/draw-card')
  return new Uint8Array(await drawCard(card))
}

function wordsOf({ post, authors, series }: Article): Omit<Card, 'formulas' | 'chosen'> {
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
    byline: post.source?.author ?? authors.map(({ name }) => name).join(' · '),
    ...(post.summary && { summary: post.summary }),
  }
}

/** MathML of the formula that the author chose, then of the article's displays. */
function formulasOf({ post }: Article): Pick<Card, 'formulas' | 'chosen'> {
  if (!post.body) return { formulas: [], chosen: false }
  const { page, formula } = readPrinted(post.body)
  const displays = page.html.flatMap((html) => html.match(/<math [^>]*display="block".*?<\/math>/gs) ?? [])
  return { formulas: [...(formula ? [formula] : []), ...displays.slice(0, tried)], chosen: Boolean(formula) }
}
