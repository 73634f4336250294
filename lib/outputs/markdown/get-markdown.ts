import 'server-only'
import { stringify } from 'yaml'
import { tags } from '../../published/cache-tags'
import { readPrinted } from '../../published/read-body'
import { getArticle } from '../../queries/article'
import { cacheContent } from '../../queries/cache-content'
import { getSiteOf } from '../../queries/site'
import { formatDay } from '../../site/i18n/dates'
import { decodeSlug } from '../../site/routes.mjs'
import { hash } from '../../store/store'
import { licenceOf } from '../metadata/licence'

/** An article as a self-contained Markdown document. */
export interface MarkdownArticle {
  text: string
  /** Hash of the text. */
  version: string
  /** URL of its page. */
  canonical: string
  unlisted: boolean
}

/** The source of an article with its public front matter; undefined if readers cannot open the article. */
export async function getMarkdown(slug: string): Promise<MarkdownArticle | undefined> {
  'use cache'
  cacheContent(tags.post(decodeSlug(slug)))
  const article = await getArticle(slug)
  if (!article?.post.body) return undefined
  const { post, authors, series, translations } = article
  const site = await getSiteOf(post)
  const licence = licenceOf(post, site)
  const canonical = post.source?.url ?? site.url + post.url
  const frontMatter = {
    title: post.title,
    date: formatDay(post.date, site.timeZone),
    ...(post.updated && { updated: formatDay(post.updated, site.timeZone) }),
    authors: authors.map(({ name }) => name),
    url: canonical,
    lang: post.lang,
    ...(post.summary && { summary: post.summary }),
    ...(post.category && { category: post.category }),
    ...(post.tags.length > 0 && { tags: post.tags }),
    ...(series && { series: series.title, part: post.part }),
    ...(post.source && { source: post.source }),
    ...(translations.length > 0 && {
      translations: Object.fromEntries(translations.map(({ lang, url }) => [lang, site.url + url])),
    }),
    ...(licence && { licence: licence.name }),
  }
  const text = `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n# ${post.title}\n\n${readPrinted(post.body).markdown}`
  return { text, version: hash(text), canonical, unlisted: post.unlisted }
}
