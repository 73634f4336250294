import type { Root } from 'hast'
import { visit } from './visit'

/**
 * Where a table has heads on two sides, its corner heads nothing: it is a cell, so that no empty head is read out.
 *
 *     <th></th><th>2 月</th>  →  <td></td><th>2 月</th>
 */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'th' && element.children.length === 0) element.tagName = 'td'
    })
  }
}
