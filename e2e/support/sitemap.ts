import type { APIRequestContext } from '@playwright/test'

/** Every feed of the site and its lists, with further pages. */
export async function readFeeds(request: APIRequestContext): Promise<string[]> {
  const lists = (await readSitemap(request)).filter((path) =>
    /^\/(tags|categories|series|authors)\/./.test(path),
  )
  const first = ['', ...lists].flatMap((list) =>
    ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${list}/${file}`),
  )
  return [...first, '/feed.json?page=2', '/feed.json?page=3', '/feed.xml?math=svg', '/subscribe']
}

/** Every path in the sitemap. */
export async function readSitemap(request: APIRequestContext): Promise<string[]> {
  const sitemaps = await readLocations(request, '/sitemap.xml')
  return (await Promise.all(sitemaps.map((path) => readLocations(request, path)))).flat()
}

async function readLocations(request: APIRequestContext, path: string): Promise<string[]> {
  const xml = await (await request.get(path)).text()
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)
}
