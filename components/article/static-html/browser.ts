import { type FragmentName, fragmentId } from './name'

/** The HTML of a static piece, from the page that the server rendered. React calls this while it hydrates the page. */
export function readFragment(name: FragmentName): string {
  return document.querySelector(`[data-fragment="${fragmentId(name)}"]`)?.innerHTML ?? ''
}
