import { readPart } from '../content/part'
import { parseFragmentId } from './id'

/** The static HTML of a fragment, from the disk: what the server writes into the page. */
export function readFragment(id: string): string {
  const { key, part, piece } = parseFragmentId(id)
  const printed = readPart(key, part)
  return (piece === 'contents' ? printed.contents : printed.html[piece]) ?? ''
}
