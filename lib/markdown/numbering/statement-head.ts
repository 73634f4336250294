import type { Element, ElementContent } from 'hast'
import { isFloatKind } from '../../site/label-kinds'
import { isMath, isMathDisplay } from '../tex/math-element'
import { createElement } from '../tree/create-element'

/**
 * Write the name and number of a statement into its element.
 *
 *     theorem   →  at the start of the first paragraph, with the title
 *     figure    →  at the start of the caption
 *     solution  →  in a <summary>
 */
export function addStatementHead(element: Element, kind: string, name: string): void {
  const head: ElementContent[] = [createElement('b', {}, [{ type: 'text', value: name }])]
  if (isFloatKind(kind)) {
    const caption = element.children.find((child) => isElement(child, 'figcaption')) as Element | undefined
    caption?.children.unshift(...head, { type: 'text', value: '\u2002' })
    return
  }
  const title = takeTitle(element)
  if (title) head.push(createElement('span', { className: ['statement-title'] }, title.children))
  if (kind === 'solution') {
    element.children.unshift(createElement('summary', {}, head))
    return
  }
  const wrapped = createElement('span', { className: ['statement-head'] }, head)
  const first = element.children.find((child) => child.type === 'element')
  if (first && isElement(first, 'p')) first.children.unshift(wrapped)
  else element.children.unshift(createElement('p', {}, [wrapped]))
  if (kind === 'proof') addEndOfProof(element)
}

function takeTitle(element: Element): Element | undefined {
  const title = element.children.find(
    (child): child is Element => child.type === 'element' && 'dataTitle' in child.properties,
  )
  if (title) element.children = element.children.filter((child) => child !== title)
  return title
}

/** Add ∎ to the last paragraph or beside the last display. After a list it has its own line. */
function addEndOfProof(element: Element): void {
  const display = lastDisplay(element)
  if (display) {
    display.properties.dataEndsProof = true
    return
  }
  const end = createElement('span', { className: ['qed'] }, [{ type: 'text', value: '∎' }])
  const last = element.children.findLast((child) => child.type === 'element')
  if (last && isElement(last, 'p')) last.children.push(end)
  else element.children.push(createElement('p', {}, [end]))
}

/** The display with which an element ends, as a block or in its last paragraph. */
function lastDisplay({ children }: Element): Element | undefined {
  const last = children.findLast((child) => child.type !== 'text' || child.value.trim() !== '')
  if (last?.type !== 'element') return undefined
  if (last.tagName === 'pre' ? last.children.some(isMath) : isMathDisplay(last)) return last
  return last.tagName === 'p' ? lastDisplay(last) : undefined
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName
}
