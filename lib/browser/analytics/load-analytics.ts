/** A script of the page's data (`components/layout/analytics.tsx`). */
interface AnalyticsScript {
  src: string
  attributes: Record<string, string>
}

/** The signals with which readers object to being tracked. TypeScript's DOM types have only some of them. */
export interface PrivacySignals {
  doNotTrack?: string | null
  globalPrivacyControl?: boolean
}

/** Does the browser send Do Not Track or Global Privacy Control? */
export function objectsToTracking({ doNotTrack, globalPrivacyControl }: PrivacySignals): boolean {
  return doNotTrack === '1' || doNotTrack === 'yes' || globalPrivacyControl === true
}

/**
 * Load the analytics scripts of the site when the page is loaded and the browser is idle. If the reader objects to tracking, no
 * request is made.
 *
 * @param data the scripts, as JSON
 */
export function loadAnalytics(data: string): void {
  if (objectsToTracking(navigator as PrivacySignals)) return
  const insert = () => {
    for (const { src, attributes } of JSON.parse(data) as AnalyticsScript[]) {
      const script = document.createElement('script')
      for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
      script.src = src
      document.head.append(script)
    }
  }
  const insertWhenIdle = () => {
    // Safari has no `requestIdleCallback` (https://caniuse.com/requestidlecallback).
    if ('requestIdleCallback' in window) window.requestIdleCallback(insert)
    else setTimeout(insert, 200)
  }
  if (document.readyState === 'complete') insertWhenIdle()
  else window.addEventListener('load', insertWhenIdle, { once: true })
}
