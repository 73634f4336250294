import type { APIRequestContext } from '@playwright/test'
import { site } from '../site.config'

/** Every feed of the site and of its lists, with their further pages. */
export async function readFeeds(request: APIRequestContext): Promise<string[]> {
  const lists = (await readSitemap(request)).filter((path) =>
    /^\/(tags|categories|series|authors)\/./.test(path),
  )
  const first = ['', ...lists].flatMap((list) =>
    ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${list}/${file}`),
  )
  return [...first, '/feed.json?page=2', '/feed.json?page=3', '/feed.xml?math=svg', '/subscribe']
}

/** Every path the sitemap names: every page a reader can find. */
export async function readSitemap(request: APIRequestContext): Promise<string[]> {
  const sitemaps = await readLocations(request, '/sitemap.xml')
  return (await Promise.all(sitemaps.map((path) => readLocations(request, path)))).flat()
}

async function readLocations(request: APIRequestContext, path: string): Promise<string[]> {
  const xml = await (await request.get(path)).text()
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url.slice(site.url.length) || '/')
}
