import { analyticsScripts } from './analytics-scripts'
import type { Site } from './config'

/** Umami's own cloud collects at another origin than that of its script. */
const collectors: Readonly<Record<string, string>> = {
  'https://cloud.umami.is': 'https://api-gateway.umami.dev',
}

/**
 * The origins of other sites whose scripts, styles, images, frames and connections the pages of a site may use: those of its
 * analytics, and every absolute URL in the code of its slots, such as that of a comment service.
 *
 * @param slots the code of `site/slots.tsx`; empty if there is none
 * @returns origins such as `https://giscus.app`, in alphabetical order
 */
export function policyServices({ analytics }: Pick<Site, 'analytics'>, slots: string): string[] {
  const text = JSON.stringify(analyticsScripts(analytics)) + slots
  const origins = [...text.matchAll(/https?:\/\/[\w.-]+(?::\d+)?/g)].map(([origin]) => origin.toLowerCase())
  return [...new Set(origins.flatMap((origin) => [origin, collectors[origin] ?? []].flat()))].sort()
}
