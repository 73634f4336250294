import 'server-only'
import type { Numbered } from '../../markdown/numbering/label'
import { readPrinted } from '../../published/read-body'
import type { Post } from '../../published/types'
import { getArticle } from '../../queries/article'
import { cacheContent } from '../../queries/cache-content'
import { getSiteOf } from '../../queries/site'
import { hash } from '../../store/store'
import { toCsl } from './csl'
import { type CitationFormat, citationWriters } from './formats'
import { explainParts, findPart } from './part'

/**
 * A citation in one format, with a hash of it. Not cached, because the number of possible values of `of` is unbounded.
 *
 * @param of an equation or a statement of the article (`findPart`); empty for the whole article
 * @returns undefined if readers cannot open the article; `unknown` is an error message that lists the existing parts
 */
export async function getCitation(
  slug: string,
  format: CitationFormat,
  of: string,
): Promise<{ text: string; version: string; unlisted: boolean } | { unknown: string } | undefined> {
  const article = await getArticle(slug)
  if (!article) return undefined
  const { post, authors } = article
  const parts = of === '' ? [] : await getCitableParts(post)
  const part = findPart(parts, of, post.lang)
  if (of !== '' && !part) return { unknown: explainParts(parts, of, post.lang) }
  const text = citationWriters[format].write(toCsl(post, authors, await getSiteOf(post), part))
  return { text, version: hash(text), unlisted: post.unlisted }
}

/** The parts of an article that can be cited; none for a repost, because its original has other numbers. */
export async function getCitableParts({ body, source }: Pick<Post, 'body' | 'source'>): Promise<Numbered[]> {
  'use cache'
  cacheContent()
  return body && !source ? readPrinted(body).numbered : []
}
