import type { MetadataRoute } from 'next'
import { getSitemapEntries } from '@/lib/content/queries'
import { site } from '@/site.config'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const entries = await getSitemapEntries()
  return entries.map(({ url, lastModified }) => ({
    url: site.url + url,
    ...(lastModified && { lastModified }),
  }))
}
