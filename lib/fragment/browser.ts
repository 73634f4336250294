import { use } from 'react'

/** Fragments of the pages visited last: going back needs no request. */
const known = new Map<string, string | Promise<string>>()
const kept = 64

/**
 * The static HTML of a fragment, in the browser: on the page that the server wrote it is there already and is taken
 * from the document; on a client navigation it is fetched once, immutable by its name.
 */
export function readFragment(id: string): string {
  const value = known.get(id) ?? remember(id, adopt(id) ?? load(id))
  return typeof value === 'string' ? value : use(value)
}

function adopt(id: string): string | undefined {
  return document.querySelector(`[data-fragment="${id}"]`)?.innerHTML
}

async function load(id: string): Promise<string> {
  const response = await fetch(`/fragments/${id}`)
  if (!response.ok) {
    known.delete(id)
    throw new Error(`Fragment ${id}: ${response.status}`)
  }
  const html = await response.text()
  remember(id, html)
  return html
}

function remember<T extends string | Promise<string>>(id: string, value: T): T {
  known.set(id, value)
  const [oldest] = known.keys()
  if (known.size > kept && oldest !== undefined) known.delete(oldest)
  return value
}
