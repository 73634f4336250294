'use client'

import { readFragment } from '#fragment'
import { type FragmentName, fragmentId } from '@/components/article/static-html/name'

/**
 * A static piece of an article. It is a client component so that a page contains its HTML once, and React's payload does
 * not repeat it: `#fragment` reads it from the disk on the server, and from the document in the browser.
 *
 * @param html only in development, where React also updates it after the author saves
 */
export function Fragment({
  inline = false,
  html,
  ...name
}: FragmentName & { inline?: boolean; html?: string }) {
  const Element = inline ? 'span' : 'div'
  return (
    <Element
      className="fragment"
      data-fragment={fragmentId(name)}
      // React must not compare the HTML: it never changes for a name.
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: html ?? readFragment(name) }}
    />
  )
}
