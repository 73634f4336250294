'use client'

import { readAnswer } from '#answer'

/**
 * What was found. Like the pieces of an article, it never passes through React's payload, which would tell it a second
 * time.
 *
 * @param id its name on the server
 * @param address where the browser asks for it after a client navigation
 */
export function SearchResults({ id, address }: { id: string; address: string }) {
  return (
    <div
      className="search-results"
      data-fragment={id}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: readAnswer(id, address) }}
    />
  )
}
