import { splitFragmentId } from './id'
import { readKnown } from './known'

/** What is on its way, by address: an article's pieces come by one request. */
const loading = new Map<string, Promise<Record<string, string>>>()

/**
 * The static HTML of a fragment, in the browser: on the page that the server wrote it is there already and is taken
 * from the document; on a client navigation it is fetched once, immutable by its name.
 */
export function readFragment(id: string): string {
  const { whole, piece } = splitFragmentId(id)
  return readKnown(id, async () => (await load(whole))[piece] ?? '')
}

function load(whole: string): Promise<Record<string, string>> {
  const pieces = loading.get(whole) ?? fetchPieces(whole).finally(() => loading.delete(whole))
  loading.set(whole, pieces)
  return pieces
}

async function fetchPieces(whole: string): Promise<Record<string, string>> {
  const response = await fetch(`/fragments/${whole}`)
  if (!response.ok) throw new Error(`Fragments ${whole}: ${response.status}`)
  return response.json()
}
