import 'server-only'
import { tags } from '../../published/cache-tags'
import { readPrinted } from '../../published/read-body'
import { getArticle } from '../../queries/article'
import { cacheContent } from '../../queries/cache-content'
import { getSite } from '../../queries/site'
import { decodeSlug } from '../../site/routes.mjs'
import { hash, openStore, storeRoot } from '../../store/store'
import { paletteOf } from '../card/card-text'
import { drawInWorker } from './draw-in-worker'
import { findFormula, type ImageSize, listFormulas, sizesVersion } from './formula-images'

/** A formula of an article as SVG, by its name in feeds. Undefined for anything else, so requests cannot draw more. */
export async function getFormulaImage(slug: string, name: string): Promise<string | undefined> {
  'use cache'
  cacheContent(tags.post(decodeSlug(slug)))
  const article = await getArticle(slug)
  const mathml = article?.post.body && findFormula(readPrinted(article.post.body).feed, name)
  return mathml ? drawInWorker('formula', { mathml, ...paletteOf(await getSite()) }) : undefined
}

const store = openStore(storeRoot)
const storeName = 'formula-sizes'

/**
 * The sizes of a body's formula images, by MathML. To measure an image it is drawn, which takes 0.1 s per article, so
 * sizes are stored with the compiled articles.
 */
export async function getFormulaSizes(body: string): Promise<ReadonlyMap<string, ImageSize>> {
  const formulas = listFormulas(readPrinted(body).feed)
  if (formulas.length === 0) return new Map()
  const key = hash(body, sizesVersion)
  const sizes = store.read<ImageSize[]>(storeName, key) ?? (await measure(key, formulas))
  return new Map(formulas.map((mathml, i) => [mathml, sizes[i] as ImageSize]))
}

async function measure(key: string, formulas: string[]): Promise<ImageSize[]> {
  const sizes = await drawInWorker('measures', formulas)
  try {
    store.write(storeName, key, sizes)
  } catch {
    // The disk may be read-only: then sizes are measured again when the feed changes.
  }
  return sizes
}
