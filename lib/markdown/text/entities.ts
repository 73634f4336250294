const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&lt;': '<',
  '&#60;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
}

/** Decode the character references of HTML that texts of authors and of KaTeX contain. */
export function decodeEntities(html: string): string {
  return html.replace(/&#?\w+;/g, (entity) => entities[entity] ?? entity)
}
