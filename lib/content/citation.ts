import 'server-only'
import { toCsl } from '../cite/csl'
import { type CitationFormat, citationFormats } from '../cite/formats'
import { hash } from '../store/store'
import { cacheContent } from './cache'
import { getArticle } from './queries'
import { tags } from './tags'
import { decodeSlug } from './urls'

/** An article's citation in one format, with a name of its content; undefined where readers find no article. */
export async function getCitation(
  slug: string,
  format: CitationFormat,
): Promise<{ text: string; version: string; unlisted: boolean } | undefined> {
  'use cache'
  cacheContent(tags.post(decodeSlug(slug)))
  const article = await getArticle(slug)
  if (!article) return undefined
  const text = citationFormats[format].write(toCsl(article.post, article.authors))
  return { text, version: hash(text), unlisted: article.post.unlisted }
}
