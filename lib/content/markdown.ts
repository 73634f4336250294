import 'server-only'
import { stringify } from 'yaml'
import { site } from '../../site.config'
import { formatDay } from '../i18n/dates'
import { licenceOf } from '../metadata/licence'
import { hash } from '../store/store'
import { cacheContent } from './cache'
import { readPrinted } from './printed'
import { getArticle } from './queries'
import { tags } from './tags'
import { decodeSlug } from './urls'

/** An article as Markdown that stands alone, by the slug of its address. */
export interface MarkdownArticle {
  text: string
  /** A name of its content. */
  version: string
  /** Its page's address. */
  canonical: string
  unlisted: boolean
}

/** The source of an article with what is public of its front matter; undefined where readers find no article. */
export async function getMarkdown(slug: string): Promise<MarkdownArticle | undefined> {
  'use cache'
  cacheContent(tags.post(decodeSlug(slug)))
  const article = await getArticle(slug)
  if (!article?.post.body) return undefined
  const { post, authors, series, translations } = article
  const licence = licenceOf(post)
  const canonical = post.source?.url ?? site.url + post.url
  const frontMatter = {
    title: post.title,
    date: formatDay(post.date),
    ...(post.updated && { updated: formatDay(post.updated) }),
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
