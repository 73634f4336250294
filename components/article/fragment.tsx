'use client'

import { useRef } from 'react'
import { readFragment } from '#fragment'
import { useOutOfDocumentWhileHidden } from '../out-of-document'

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
