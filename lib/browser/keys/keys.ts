import { switchTheme } from '../theme/theme'

/** The actions of single keys, except `/` and `?`, which the entry script handles. */
const actions: Readonly<Record<string, () => void>> = {
  j: () => moveTo(1),
  k: () => moveTo(-1),
  n: () => follow('next'),
  p: () => follow('prev'),
  t: switchTheme,
}

/** Run the action of a single key. */
export function pressKey(key: string): void {
  actions[key]?.()
}

/**
 * Choose the next or previous stop: from the focused one if it is visible, else from the scroll position.
 *
 * @param tops distances of the stops from the top of the window, in document order
 * @param focused index of the focused stop, if it is visible
 */
export function chooseStop(
  tops: readonly number[],
  step: 1 | -1,
  focused: number | undefined,
  edge = 1,
): number | undefined {
  const index =
    focused !== undefined
      ? focused + step
      : step === 1
        ? tops.findIndex((top) => top > edge)
        : tops.findLastIndex((top) => top < -edge)
  return index in tops ? index : undefined
}

function moveTo(step: 1 | -1): void {
  const stops = findStops()
  const tops = stops.map((stop) => stop.getBoundingClientRect().top)
  const focused = stops.findIndex((stop) => stop === document.activeElement && isInSight(stop))
  const chosen = chooseStop(tops, step, focused === -1 ? undefined : focused)
  const stop = chosen === undefined ? undefined : stops[chosen]
  if (!stop) return
  // A heading is focusable only while it has the focus: Tab continues from it, but never stops at it.
  if (stop.tabIndex < 0) {
    stop.tabIndex = -1
    stop.addEventListener('blur', () => stop.removeAttribute('tabindex'), { once: true })
  }
  stop.focus({ preventScroll: true })
  stop.scrollIntoView({ block: 'start' })
}

/** In an article its title and sections; on other pages the posts in the list, or else the links in the list. */
function findStops(): HTMLElement[] {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  if (document.querySelector('.article-grid')) return all('.article-grid :is(h1, .prose :is(h2, h3))')
  const isAnywhere = document.documentElement.dataset.posts === 'anywhere'
  const posts = isAnywhere ? [] : all('main a[href^="/posts/"]:not(.prose a, [aria-label])')
  return posts.length > 0 ? posts : all('main :is(h2, li) > a')
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** Follow the link to the next or previous part of a series or page of a list. */
function follow(relation: 'next' | 'prev'): void {
  document.querySelector<HTMLElement>(`main a[rel="${relation}"]`)?.click()
}
