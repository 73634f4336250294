import 'server-only'
import { toCsl } from '../cite/csl'
import { type CitationFormat, citationFormats } from '../cite/formats'
import { explainParts, findPart } from '../cite/part'
import type { Numbered } from '../markdown/label'
import { hash } from '../store/store'
import { cacheContent } from './cache'
import { readPrinted } from './printed'
import { getArticle } from './queries'
import type { Post } from './types'

/**
 * A citation in one format, with a name of its content. Not cached: parts may be asked for that are nowhere.
 *
 * @param of an equation or a statement of the article (`findPart`); empty for the whole article
 * @returns undefined where readers find no article; `unknown` tells what there is instead of the part that was asked for
 */
export async function getCitation(
  slug: string,
  format: CitationFormat,
  of: string,
): Promise<{ text: string; version: string; unlisted: boolean } | { unknown: string } | undefined> {
  const article = await getArticle(slug)
  if (!article) return undefined
  const { post, authors } = article
  const parts = of === '' ? [] : await getCitable(post)
  const part = findPart(parts, of, post.lang)
  if (of !== '' && !part) return { unknown: explainParts(parts, of, post.lang) }
  const text = citationFormats[format].write(toCsl(post, authors, part))
  return { text, version: hash(text), unlisted: post.unlisted }
}

/** What of an article can be cited by itself: nothing of a repost, whose original knows no numbers of ours. */
export async function getCitable({ body, source }: Pick<Post, 'body' | 'source'>): Promise<Numbered[]> {
  'use cache'
  cacheContent()
  return body && !source ? readPrinted(body).numbered : []
}
