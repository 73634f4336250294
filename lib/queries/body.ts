import 'server-only'
import type { CslItem } from '../markdown/bibliography/citation-js'
import type { PagePart } from '../markdown/print/body'
import { type FormulaFont, findFormulaFonts } from '../markdown/print/formula-fonts'
import { fillFormulas } from '../markdown/print/formula-table'
import type { PrintNode } from '../markdown/print/html/print'
import { readPrinted } from '../published/read-body'
import { cacheContent } from './cache-content'

/** The tree of a printed part for React, which refers to static pieces by number; their HTML stays on the disk. */
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

/** A body as HTML for feeds, with MathML formulas and absolute URLs. */
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
