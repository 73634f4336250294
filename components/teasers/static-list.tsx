'use client'

import { useRef } from 'react'
import { useList } from '#teasers'
import { useOutOfDocumentWhileHidden } from '../out-of-document'

/**
 * A page of teasers that stand still: the server half of `#teasers` draws it, the browser half takes it from the document,
 * or, after a client navigation, from the page at its address.
 *
 * @param id its name, by what it shows
 */
export function StaticList({ id, address }: { id: string; address: string }) {
  const ref = useRef<HTMLDivElement>(null)
  useOutOfDocumentWhileHidden(ref)
  return <div ref={ref} className="wide" data-fragment={id} {...useList(id, address)} />
}
