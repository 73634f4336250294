import type { JsonLdNode } from './json-ld'

/** Print JSON-LD for a `<script>`; `<` is escaped, so that nothing in it can end the script. */
export function printJsonLd(nodes: readonly JsonLdNode[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c')
}
