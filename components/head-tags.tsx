'use client'

import { useLayoutEffect } from 'react'
import type { HeadTag } from '@/lib/metadata/head-tags'

/**
 * What a page tells to cards and scholars, in its head. Not by Next's metadata, which repeats every tag in React's payload
 * and a part of them for Twitter: here each content comes once, with the names it goes by. Pages that a reader left stay
 * in the document, hidden; their tags do not.
 */
export function HeadTags({ tags }: { tags: readonly HeadTag[] }) {
  useLayoutEffect(() => {
    const written = document.head.querySelectorAll<HTMLElement>(`.${mark}`)
    const metas = written.length > 0 ? [...written] : listMetas(tags).map(createMeta)
    document.head.append(...metas)
    return () => {
      for (const meta of metas) meta.remove()
    }
  }, [tags])
  if (typeof window !== 'undefined') return null
  // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, on the server
  return listMetas(tags).map((meta, index) => <meta key={index} className={mark} {...meta} />)
}

const mark = 'of-page'

function listMetas(tags: readonly HeadTag[]) {
  return tags.flatMap(([content, ...names]) =>
    names.map((name) => ({ [/^(og|article):/.test(name) ? 'property' : 'name']: name, content })),
  )
}

function createMeta(attributes: Record<string, string>): HTMLElement {
  const meta = document.createElement('meta')
  meta.className = mark
  for (const [name, value] of Object.entries(attributes)) meta.setAttribute(name, value)
  return meta
}
