import 'server-only'
import type { CslItem } from '../bibliography/citation-js'
import type { PagePart } from '../markdown/body'
import { type FormulaFont, findFormulaFonts } from '../markdown/formula-fonts'
import { fillFormulas } from '../markdown/formula-table'
import type { PrintNode } from '../markdown/print'
import { cacheContent } from './cache'
import { readPrinted } from './printed'

/** What React needs to know of a printed part: where its static pieces go. The pieces themselves stay on the disk. */
export async function getPrintNodes(
  key: string,
  part: PagePart,
): Promise<{ nodes: PrintNode[]; hasContents: boolean; fonts: FormulaFont[] }> {
  'use cache'
  cacheContent()
  const printed = readPrinted(key)
  const { nodes, html } = printed[part]
  return {
    nodes,
    hasContents: printed.page.contents !== '',
    fonts: findFormulaFonts(html.map((piece) => fillFormulas(piece, printed.formulas)).join('')),
  }
}

/** A body for the feed, as HTML: formulas in MathML, addresses absolute. */
export async function getFeedHtml(key: string): Promise<string> {
  'use cache'
  cacheContent()
  return readPrinted(key).feed
}

/** The works that a body cites, as CSL-JSON. */
export async function getWorks(key: string): Promise<CslItem[]> {
  'use cache'
  cacheContent()
  return readPrinted(key).works
}
