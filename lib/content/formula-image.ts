import 'server-only'
import { drawAside } from '../drawing/draw-aside'
import { findFormula, type ImageSize, listFormulas, sizesVersion } from '../feed/formula-images'
import { hash, openStore, storeRoot } from '../store/store'
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

const store = openStore(storeRoot)
const shelf = 'formula-sizes'

/**
 * How much the images of a body's formulas take, by their MathML. To measure them is to draw them, 0.1 s an article: it
 * is done once, and kept beside what was compiled.
 */
export async function getFormulaSizes(body: string): Promise<ReadonlyMap<string, ImageSize>> {
  const formulas = listFormulas(readPrinted(body).feed)
  if (formulas.length === 0) return new Map()
  const key = hash(body, sizesVersion)
  const sizes = store.read<ImageSize[]>(shelf, key) ?? (await measure(key, formulas))
  return new Map(formulas.map((mathml, i) => [mathml, sizes[i] as ImageSize]))
}

async function measure(key: string, formulas: string[]): Promise<ImageSize[]> {
  const sizes = await drawAside('measures', formulas)
  try {
    store.write(shelf, key, sizes)
  } catch {
    // A host may have no disk to write to: it measures again when the feed changes.
  }
  return sizes
}
