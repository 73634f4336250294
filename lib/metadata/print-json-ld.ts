import type { Described } from './json-ld'

/** JSON-LD as it may stand in a script: no `<` ends it early. */
export function printJsonLd(described: readonly Described[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': described }).replaceAll('<', '\\u003c')
}
