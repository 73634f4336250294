import { use } from 'react'

/** HTML of the pages visited last: going back needs no request. */
const known = new Map<string, string | Promise<string>>()
const kept = 64

/** HTML that the server wrote into the page under a name (`data-fragment`), or else, once, what is loaded. */
export function readKnown(id: string, load: () => Promise<string>): string {
  const value =
    known.get(id) ??
    remember(
      id,
      document.querySelector(`[data-fragment="${id}"]`)?.innerHTML ??
        // One that fails stays so until the page is loaded anew: React asks again while it draws what it shows instead.
        load().then((html) => remember(id, html)),
    )
  return typeof value === 'string' ? value : use(value)
}

function remember<T extends string | Promise<string>>(id: string, value: T): T {
  known.set(id, value)
  const [oldest] = known.keys()
  if (known.size > kept && oldest !== undefined) known.delete(oldest)
  return value
}
