import { fillFormulas } from '../../../lib/markdown/print/formula-table'
import { readPrinted } from '../../../lib/published/read-body'
import type { FragmentName } from './name'

/** The HTML of a static piece, from the disk. */
export function readFragment({ body, part, piece }: FragmentName): string {
  const printed = readPrinted(body)
  const html = piece === 'contents' ? printed.page.contents : printed[part].html[piece]
  return fillFormulas(html ?? '', printed.formulas)
}
