import { readKnown } from './known'

/**
 * The static HTML of a fragment, in the browser: on the page that the server wrote it is there already and is taken
 * from the document; on a client navigation it is fetched once, immutable by its name.
 */
export function readFragment(id: string): string {
  return readKnown(id, async () => {
    const response = await fetch(`/fragments/${id}`)
    if (!response.ok) throw new Error(`Fragment ${id}: ${response.status}`)
    return response.text()
  })
}
