import type { Root } from 'hast'
import { visit } from '../tree/visit'

/**
 * Make empty header cells ordinary cells, such as the corner of a table with headers on two sides, so that screen readers
 * announce no empty header.
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
