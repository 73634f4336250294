/** Links to other pages of the site: not those that authors wrote or search found, nor to what is no page. */
const links =
  'a[href^="/"]:not(:is(.prose, .search-results, dialog, .preview) *, [href="/random"], [href^="/preview/"])'

/** The page that a click leads to without leaving the document; undefined where the browser is to do what it does. */
export function followedLink({
  target,
  button,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
  defaultPrevented,
}: MouseEvent): string | undefined {
  if (defaultPrevented || button > 0 || altKey || ctrlKey || metaKey || shiftKey) return undefined
  return (target instanceof Element && target.closest(links)?.getAttribute('href')) || undefined
}
