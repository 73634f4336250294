import type { PolicySources } from '../http/security-headers.mjs'
import { analyticsScripts } from './analytics-scripts'
import type { Site } from './config'

/** Umami's own cloud collects at another origin than that of its script. */
const collectors: Readonly<Record<string, string>> = {
  'https://cloud.umami.is': 'https://api-gateway.umami.dev',
}

/**
 * What the pages of a site may use of other sites: the origins of its analytics, and of every absolute URL in the code of its
 * slots, such as that of a comment service; and the hosts of images and frames that the configuration lists.
 *
 * @param slots the code of `site/slots.tsx`; empty if there is none
 */
export function policySources(
  { analytics, imageHosts = [], embeds = [] }: Partial<Pick<Site, 'analytics' | 'imageHosts' | 'embeds'>>,
  slots: string,
): PolicySources {
  const text = JSON.stringify(analyticsScripts(analytics)) + slots
  const origins = [...text.matchAll(/https?:\/\/[\w.-]+(?::\d+)?/g)].map(([origin]) => origin.toLowerCase())
  const services = [...new Set(origins.flatMap((origin) => [origin, collectors[origin] ?? []].flat()))].sort()
  return { services, images: imageHosts, frames: embeds }
}
