'use client'

import { takeOver } from '@/lib/fragment/hand-over'

/**
 * JSON-LD that its page handed over. In the browser what the server wrote stays; a client navigation brings none: search
 * engines load each page.
 */
export function Described({ id }: { id: string }) {
  const __html = typeof window === 'undefined' ? takeOver<string>(id) : '{}'
  return <script type="application/ld+json" suppressHydrationWarning dangerouslySetInnerHTML={{ __html }} />
}
