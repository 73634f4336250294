import { joinFragmentId, splitFragmentId } from './id'
import { loadJson, readKnown } from './known'

/**
 * The static HTML of a fragment, in the browser: on the page that the server wrote it is there already and is taken
 * from the document; on a client navigation an article's pieces are fetched by one request, immutable by its name.
 */
export function readFragment(id: string): string {
  const { whole } = splitFragmentId(id)
  return readKnown(id, whole, async () => {
    const pieces = await loadJson<Record<string, string>>(`/fragments/${whole}`)
    return Object.fromEntries(
      Object.entries(pieces).map(([piece, html]) => [joinFragmentId({ whole, piece }), html]),
    )
  })
}
