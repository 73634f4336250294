'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'
import { readFragment } from '#fragment'

/**
 * A static piece of an article. Its HTML never passes through React's payload: the server half of `#fragment` reads it
 * from the disk, the browser half takes it from the document, or fetches it after a client navigation.
 */
export function Fragment({ id, inline = false }: { id: string; inline?: boolean }) {
  const ref = useRef<HTMLDivElement & HTMLSpanElement>(null)
  useOutOfDocumentWhileHidden(ref)
  const Element = inline ? 'span' : 'div'
  return (
    <Element
      ref={ref}
      className="fragment"
      data-fragment={id}
      // The HTML is the same by its name; comparing it while hydrating would only cost time.
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: readFragment(id) }}
    />
  )
}

/**
 * Next keeps the pages a reader left in the document, hidden, and two articles may hold the same id (`fn-1`): a link
 * to it would lead into the hidden one. So the content of a hidden fragment waits outside the document.
 */
function useOutOfDocumentWhileHidden(ref: RefObject<HTMLElement | null>): void {
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
