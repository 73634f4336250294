import { readStored } from './stored'

/** Name under which `lib/enhance/resume` keeps places. */
export const placesKey = 'places'

/** Entries of the browser's history in which an article was shown since this page was loaded. */
const seen = new Set<string>()

/**
 * Has the reader come here by a link or an address, to the beginning? Not by going back or forward, nor by loading the
 * page again: browsers scroll then to where it was left. Call it once a visit.
 */
export function isNewVisit(): boolean {
  const { navigation } = window
  const key = navigation?.currentEntry?.key
  // Without the Navigation API nobody knows.
  if (key === undefined) return false
  const isKnown = seen.has(key)
  seen.add(key)
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const isLoaded = navigation.activation?.entry?.key === key
  return !isKnown && !(isLoaded && load?.type !== 'navigate') && window.location.hash === ''
}

/** Is it worth loading the code that offers a place? */
export function isPlaceKept(path: string): boolean {
  return readStored(placesKey)?.includes(JSON.stringify(path)) ?? false
}
