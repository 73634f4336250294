import type { Root } from 'hast'
import { visit } from '../tree/visit'

/**
 * Give each footnote and its reference CSS anchor names, so that the stylesheet can place the footnote next to its reference
 * and below the previous one. The order of the document does not change: the footnotes are at the end.
 *
 *     <a id="fnref-b" …>2</a>  →  <a id="fnref-b" … style="anchor-name:--call-2">2</a>
 *     <li id="fn-b">           →  <li id="fn-b" style="anchor-name:--note-2;--call:--call-2;--above:--note-1">
 */
export function rehypeNotes() {
  return (tree: Root): void => {
    // A footnote with several references is placed next to the first.
    const references = new Map<string, number>()
    visit(tree, 'element', (element) => {
      const { dataFootnoteRef, href } = element.properties
      if (dataFootnoteRef === undefined || typeof href !== 'string' || references.has(href)) return
      const number = references.size + 1
      references.set(href, number)
      element.properties.style = `anchor-name:--call-${number}`
    })
    visit(tree, 'element', (element) => {
      const number = element.tagName === 'li' ? references.get(`#${element.properties.id}`) : undefined
      if (number !== undefined) element.properties.style = noteStyle(number)
    })
  }
}

function noteStyle(number: number): string {
  const names = `anchor-name:--note-${number};--call:--call-${number}`
  return number === 1 ? names : `${names};--above:--note-${number - 1}`
}
