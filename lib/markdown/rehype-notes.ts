import type { Root } from 'hast'
import { visit } from './visit'

/**
 * Name where each footnote is called and where it stands, so that a stylesheet can set it beside its call and below the
 * note before. The document's order stays: calls in the text, notes at its end.
 *
 *     <a id="fnref-b" …>2</a>  →  <a id="fnref-b" … style="anchor-name:--call-2">2</a>
 *     <li id="fn-b">           →  <li id="fn-b" style="anchor-name:--note-2;--call:--call-2;--above:--note-1">
 */
export function rehypeNotes() {
  return (tree: Root): void => {
    // Called again, a note stands where it was called first.
    const calls = new Map<string, number>()
    visit(tree, 'element', (element) => {
      const { dataFootnoteRef, href } = element.properties
      if (dataFootnoteRef === undefined || typeof href !== 'string' || calls.has(href)) return
      const number = calls.size + 1
      calls.set(href, number)
      element.properties.style = `anchor-name:--call-${number}`
    })
    visit(tree, 'element', (element) => {
      const number = element.tagName === 'li' ? calls.get(`#${element.properties.id}`) : undefined
      if (number !== undefined) element.properties.style = place(number)
    })
  }
}

function place(number: number): string {
  const own = `anchor-name:--note-${number};--call:--call-${number}`
  return number === 1 ? own : `${own};--above:--note-${number - 1}`
}
