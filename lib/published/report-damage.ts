import { translate } from '../site/messages/translate.mjs'

/** Milliseconds between two calls of the publisher: pages read the same file again and again. */
const reportInterval = 2_000
let lastReport = Number.NEGATIVE_INFINITY

/**
 * Log that a published file cannot be read, and have the publisher rebuild what is damaged. Without a publisher it is
 * only logged. Never throws.
 */
export function reportDamage(file: string, error: unknown): void {
  if (performance.now() - lastReport < reportInterval) return
  lastReport = performance.now()
  const publisher = process.env.LEMMA_PUBLISHER
  const reason = error instanceof Error ? error.message : String(error)
  const next = publisher ? translate`The publisher rebuilds it.` : translate`Build again: npm run build.`
  console.error(translate`${file} cannot be read (${reason}). ${next}`)
  if (!publisher) return
  fetch(`${publisher}/check`, {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.LEMMA_TOKEN}` },
    cache: 'no-store',
  }).catch(() => {})
}
