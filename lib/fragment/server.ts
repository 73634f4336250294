import { readPrinted } from '../content/printed'
import { fillFormulas } from '../markdown/formula-table'
import { parseFragmentId } from './id'

/** The static HTML of a fragment, from the disk: what the server writes into the page. */
export function readFragment(id: string): string {
  const { key, part, piece } = parseFragmentId(id)
  const printed = readPrinted(key)
  const html = piece === 'contents' ? printed.page.contents : (printed[part].html[piece] ?? '')
  return fillFormulas(html, printed.formulas)
}
