import type { APIRequestContext } from '@playwright/test'
import { site } from '../site.config'

/** Every path the sitemap names: every page a reader can find. */
export async function readSitemap(request: APIRequestContext): Promise<string[]> {
  const sitemaps = await readLocations(request, '/sitemap.xml')
  return (await Promise.all(sitemaps.map((path) => readLocations(request, path)))).flat()
}

async function readLocations(request: APIRequestContext, path: string): Promise<string[]> {
  const xml = await (await request.get(path)).text()
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url.slice(site.url.length) || '/')
}
