import type { MetadataRoute } from 'next'
import { getSite } from '@/lib/queries/site'

export default async function robots(): Promise<MetadataRoute.Robots> {
  const site = await getSite()
  return {
    rules: { userAgent: '*', disallow: ['/random', '/api/', '/previews/'] },
    sitemap: `${site.url}/sitemap.xml`,
  }
}
