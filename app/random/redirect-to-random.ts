import { pickRandomUrl } from '@/lib/queries/article'
import type { Site } from '@/lib/site/config'
import { listUrl } from '@/lib/site/site-languages'

/** Redirect to a random article of the language of the settings, or to its index if it has none. */
export function redirectToRandom(site: Site): Response {
  return new Response(null, {
    status: 307,
    headers: { location: pickRandomUrl(site.language) ?? listUrl(site, '/'), 'cache-control': 'no-store' },
  })
}
