import { type Described, printJsonLd } from '@/lib/metadata/json-ld'

/** What a page shows, for search engines. At its end: there it costs little to say it again in React's payload. */
export function JsonLd({ described }: { described: readonly Described[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: printJsonLd(described) }} />
}
