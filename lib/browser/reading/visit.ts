import { readStored } from '../storage/read-stored'

/** The stored places as text (`places.ts`). */
export function readPlaces(): string | null {
  return readStored('places')
}

/**
 * Did the reader come by a link or a URL, to the beginning of the page? After back, forward and reload, the browser
 * restores the scroll position.
 */
export function isNewVisit(): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return load?.type === 'navigate' && window.location.hash === ''
}

/** May a place be stored for this path? Decides whether to load the code that offers it. */
export function mayHavePlace(path: string): boolean {
  return readPlaces()?.includes(JSON.stringify(path)) ?? false
}
