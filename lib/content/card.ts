import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { site } from '../../site.config'
import type { Card } from '../card/draw-card'
import { drawAside } from '../drawing/draw-aside'
import { findDisplays } from '../markdown/formula-table'
import { hash, storeRoot, writeAtomically } from '../store/store'
import { cacheContent } from './cache'
import { toCardWords } from './card-words'
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
  const png = await drawOnce({ ...toCardWords(article), ...formulasOf(article) })
  return { png, version: nameOf(png), unlisted: article.post.unlisted }
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
  // A server asks for this one when it starts, and draws it in any case: so the thread is there, and the painter's code is
  // translated as far as pictures need it, before somebody waits for a card.
  const png = await drawAside('card', card)
  return { png, version: nameOf(png) }
}

/** A card as it was drawn before, were it by a server before this one. */
async function drawOnce(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(storeRoot, 'cards', `${hash(process.env.LEMMA_DRAWING, card)}.png`)
  if (existsSync(/* turbopackIgnore: true */ file))
    return new Uint8Array(readFileSync(/* turbopackIgnore: true */ file))
  const png = await drawAside('card', card)
  try {
    writeAtomically(file, png)
  } catch {
    // A host may have no disk to write to.
  }
  return png
}

function nameOf(bytes: Uint8Array): string {
  return hash(Buffer.from(bytes).toString('base64'))
}

/** MathML of the formula that the author chose, then of the article's displays. */
function formulasOf({ post }: Article): Pick<Card, 'formulas' | 'chosen'> {
  if (!post.body) return { formulas: [], chosen: false }
  const { formula, formulas } = readPrinted(post.body)
  const displays = findDisplays(formulas)
  return { formulas: [...(formula ? [formula] : []), ...displays.slice(0, tried)], chosen: Boolean(formula) }
}
