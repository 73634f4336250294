import { switchTheme } from './theme'

/** What single keys do. They have no modifiers, so that none is the browser's. */
const actions: Readonly<Record<string, () => void>> = {
  j: () => moveTo(1),
  k: () => moveTo(-1),
  n: () => follow('next'),
  p: () => follow('prev'),
  t: switchTheme,
  '?': async () => (await import('./keys-help')).showKeys(),
}

/** Do what a key says. */
export function pressKey(key: string): void {
  actions[key]?.()
}

/**
 * The next or previous stop. What is in focus and in sight counts; a reader who scrolled on goes on from there.
 *
 * @param tops distances of the stops from the top of the window, in their order
 * @param focused index of the stop in focus, where it is in sight
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
  // A heading takes the focus only while it is here: Tab goes on from it, and never stops at it.
  if (stop.tabIndex < 0) {
    stop.tabIndex = -1
    stop.addEventListener('blur', () => stop.removeAttribute('tabindex'), { once: true })
  }
  stop.focus({ preventScroll: true })
  stop.scrollIntoView({ block: 'start' })
}

/** In an article its title and sections; on any other page the posts it lists, else whatever it lists. */
function findStops(): HTMLElement[] {
  // A navigation keeps the page before, hidden.
  const visible = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility())
  if (visible('.article-grid').length > 0) return visible('.article-grid :is(h1, .prose :is(h2, h3))')
  const posts = visible('main a[href^="/posts/"]:not(.prose a, [aria-label])')
  return posts.length > 0 ? posts : visible('main :is(h2, li) > a')
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** The way on or back: in a series, and from page to page of the index. */
function follow(relation: 'next' | 'prev'): void {
  const links = document.querySelectorAll<HTMLElement>(`main a[rel="${relation}"]`)
  Array.from(links)
    .find((link) => link.checkVisibility())
    ?.click()
}
