import type { JsonLdNode } from '@/lib/outputs/metadata/json-ld'
import { printJsonLd } from '@/lib/outputs/metadata/print-json-ld'

/** A description of a page for search engines, as JSON-LD. */
export function JsonLdScript({ nodes }: { nodes: readonly JsonLdNode[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: printJsonLd(nodes) }} />
}
