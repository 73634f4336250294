/**
 * The `view-transition-name` of an article's title, in lists and on its page, so that the title moves when the reader
 * navigates between them: `/posts/gamma` → `_posts_gamma`.
 */
export function transitionName(url: string): string {
  return url.replace(/[^\w\u{80}-\u{10ffff}-]/gu, '_')
}
