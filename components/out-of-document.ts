import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Next keeps the pages a reader left in the document, hidden, and two articles may hold the same id (`fn-1`): a link
 * to it would lead into the hidden one. So what React does not know waits outside the document while its page is hidden.
 *
 * @param ref an element whose content is HTML
 */
export function useOutOfDocumentWhileHidden(ref: RefObject<HTMLElement | null>): void {
  const waiting = useRef<DocumentFragment>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    if (waiting.current && !element.hasChildNodes()) element.append(waiting.current)
    return () => {
      waiting.current = document.createDocumentFragment()
      waiting.current.append(...element.childNodes)
    }
  }, [ref])
}
