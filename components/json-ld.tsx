'use client'

import type { Described } from '@/lib/metadata/json-ld'
import { printJsonLd } from '@/lib/metadata/print-json-ld'

/** What a page shows, for search engines. A client component: so React's payload says it again without its escapes. */
export function JsonLd({ described }: { described: readonly Described[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: printJsonLd(described) }} />
}
