import type { MetadataRoute } from 'next'
import { site } from '@/site.config'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/random', '/fragments/', '/api/', '/previews/'] },
    sitemap: `${site.url}/sitemap.xml`,
  }
}
