import { readPrinted } from '../content/printed'
import { fillFormulas } from '../markdown/formula-table'
import { parseWhole, splitFragmentId } from './id'

/** The static HTML of a fragment, from the disk: what the server writes into the page. */
export function readFragment(id: string): string {
  const { whole, piece } = splitFragmentId(id)
  const { pieces, formulas } = readPieces(whole)
  return fillFormulas(pieces[piece] ?? '', formulas)
}

/**
 * All fragments of an article's page or teaser, HTML by piece.
 * @throws where there is no such article, or the name is none
 */
export function readFragments(whole: string): Record<string, string> {
  const { pieces, formulas } = readPieces(whole)
  return Object.fromEntries(
    Object.entries(pieces).map(([piece, html]) => [piece, fillFormulas(html, formulas)]),
  )
}

function readPieces(whole: string): { pieces: Record<string, string>; formulas: readonly string[] } {
  const { key, part } = parseWhole(whole)
  const printed = readPrinted(key)
  const pieces: Record<string, string> = Object.fromEntries(printed[part].html.entries())
  if (part === 'page') pieces.contents = printed.page.contents
  return { pieces, formulas: printed.formulas }
}
