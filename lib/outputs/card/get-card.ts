import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDisplays } from '../../markdown/print/formula-table'
import { tags } from '../../published/cache-tags'
import { readPrinted } from '../../published/read-body'
import { type Article, getArticle } from '../../queries/article'
import { cacheContent } from '../../queries/cache-content'
import { getSite, getSiteOf } from '../../queries/site'
import type { Language } from '../../site/languages'
import { decodeSlug } from '../../site/routes.mjs'
import { hash, seal, storeRoot, unseal, writeAtomically } from '../../store/store'
import { drawInWorker } from '../drawing/draw-in-worker'
import { paletteOf, toCardText } from './card-text'
import type { Card } from './draw-card'

/** How many displayed formulas are tried: the card of an article with wide formulas only has none. */
const maxTried = 8

/** An article's card as PNG, by the slug of its URL; undefined if readers cannot open the article. */
export async function getCard(
  slug: string,
): Promise<{ png: Uint8Array<ArrayBuffer>; version: string; unlisted: boolean } | undefined> {
  'use cache'
  cacheContent(tags.post(decodeSlug(slug)))
  const article = await getArticle(slug)
  if (!article) return undefined
  const png = await drawOnce({
    ...toCardText(article, await getSiteOf(article.post)),
    ...formulasOf(article),
  })
  return { png, version: contentHash(png), unlisted: article.post.unlisted }
}

/** The card of the site in a language, for pages without a card of their own. */
export async function getSiteCard(
  language?: Language,
): Promise<{ png: Uint8Array<ArrayBuffer>; version: string }> {
  'use cache'
  cacheContent()
  const site = await getSite(language)
  const card: Card = {
    site: site.name,
    lang: site.language,
    title: site.tagline || site.name,
    byline: new URL(site.url).host,
    formulas: [],
    chosen: false,
    ...paletteOf(site),
  }
  // Not taken from the disk: the server requests this card when it starts, which starts the worker and compiles the code
  // that draws before a reader waits for a card.
  const png = await drawInWorker('card', card)
  return { png, version: contentHash(png) }
}

/** Read a card from the disk, or draw it and write it to the disk. */
async function drawOnce(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(storeRoot, 'cards', hash(process.env.LEMMA_DRAWING, card))
  try {
    return new Uint8Array(unseal(readFileSync(/* turbopackIgnore: true */ file), file))
  } catch {
    // The card was not drawn before, or its file is damaged.
  }
  const png = await drawInWorker('card', card)
  try {
    writeAtomically(file, seal(png))
  } catch {
    // The disk may be read-only.
  }
  return png
}

function contentHash(bytes: Uint8Array): string {
  return hash(Buffer.from(bytes).toString('base64'))
}

/** MathML of the formula that the author chose, then of the article's displayed formulas. */
function formulasOf({ post }: Article): Pick<Card, 'formulas' | 'chosen'> {
  if (!post.body) return { formulas: [], chosen: false }
  const { formula, formulas } = readPrinted(post.body)
  const displays = findDisplays(formulas)
  return {
    formulas: [...(formula ? [formula] : []), ...displays.slice(0, maxTried)],
    chosen: Boolean(formula),
  }
}
