import { use } from 'react'

/** HTML by name. */
type Pieces = Readonly<Record<string, string>>

/** Of the pages visited last, so that going back needs no request: pieces that the server wrote, and what was loaded. */
const written = new Map<string, string>()
const loaded = new Map<string, Promise<Pieces>>()
const kept = 64

/**
 * HTML that the server wrote into the page under a name (`data-fragment`), or else what is loaded, once, with all
 * others of its group: React asks for one piece after the other, and again for all of them while it waits for one.
 * @param load HTML by name. What fails stays so until the page is loaded anew: React asks again while it draws what it
 * shows instead
 */
export function readKnown(id: string, group: string, load: () => Promise<Pieces>): string {
  const pieces = loaded.get(group)
  if (pieces) return use(pieces)[id] ?? ''
  const html = written.get(id) ?? document.querySelector(`[data-fragment="${id}"]`)?.innerHTML
  if (html !== undefined) return remember(written, id, html)
  return use(remember(loaded, group, load()))[id] ?? ''
}

function remember<T>(values: Map<string, T>, key: string, value: T): T {
  values.set(key, value)
  const [oldest] = values.keys()
  if (values.size > kept && oldest !== undefined) values.delete(oldest)
  return value
}

/** @throws where the answer is no success */
export async function loadJson<T>(address: string): Promise<T> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}
