import 'server-only'
import { drawAside } from '../drawing/draw-aside'
import { findFormula } from '../feed/formula-images'
import { cacheContent } from './cache'
import { readPrinted } from './printed'
import { getArticle } from './queries'
import { tags } from './tags'
import { decodeSlug } from './urls'

/** A formula of an article as SVG, by its name in feeds; undefined where readers find none: nothing else is drawn. */
export async function getFormulaImage(slug: string, name: string): Promise<string | undefined> {
  'use cache'
  cacheContent(tags.post(decodeSlug(slug)))
  const article = await getArticle(slug)
  const mathml = article?.post.body && findFormula(readPrinted(article.post.body).feed, name)
  return mathml ? drawAside('formula', mathml) : undefined
}
