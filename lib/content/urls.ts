/** Path of a tag's page. */
export function tagUrl(tag: string): string {
  return `/tags/${encodeURIComponent(tag)}`
}

/** Path of a category's page. */
export function categoryUrl(category: string): string {
  return `/categories/${encodeURIComponent(category)}`
}

/** Path of an author's page. */
export function authorUrl(id: string): string {
  return `/authors/${encodeURIComponent(id)}`
}

/** Path of a page of teasers; the first is the front page. */
export function indexUrl(number: number): string {
  return number === 1 ? '/' : `/page/${number}`
}

/** Path of an article's source. */
export function markdownUrl(url: string): string {
  return `${url}.md`
}

/** A dynamic part of an address reaches a page encoded or not, by the way it came (vercel/next.js#92192). */
export function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC')
  } catch {
    return slug
  }
}
