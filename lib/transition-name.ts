/**
 * Name by which a title on a list and the title of its article are one element, that moves when a reader goes from one
 * to the other: `/posts/gamma` → `_posts_gamma`.
 */
export function transitionName(url: string): string {
  return url.replace(/[^\w\u{80}-\u{10ffff}-]/gu, '_')
}
