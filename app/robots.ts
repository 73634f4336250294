import type { MetadataRoute } from 'next'
import { getSite } from '@/lib/queries/site'
import { languagesOf, listUrl } from '@/lib/site/site-languages'

export default async function robots(): Promise<MetadataRoute.Robots> {
  const site = await getSite()
  const random = languagesOf(site).map((language) => listUrl(site, '/random', language))
  return {
    rules: { userAgent: '*', disallow: [...random, '/api/', '/previews/'] },
    sitemap: `${site.url}/sitemap.xml`,
  }
}
