import 'server-only'
import type { Metadata } from 'next'
import { siteImages } from '../../published/site-files'
import { isPreviewDeployment } from '../../published/visibility'
import { listLanguageUrls } from '../../queries/language-urls'
import { getListUrls, type ListName } from '../../queries/list-urls'
import { findSiteFile, getSiteFiles } from '../../queries/site-files'
import type { Site } from '../../site/config'
import { feedLinks } from '../../site/feed-address'
import { listUrl } from '../../site/site-languages'
import { siteCard } from './card'
import { siteIcons } from './icons'
import { toVerification } from './verification'

/** The metadata of one page, which replaces what all pages have. A title that is a text is followed by the site's name. */
type OwnMetadata = Omit<Metadata, 'title'> & { title?: string | { absolute: string } }

/** The metadata of a page: its own, and what all pages in its language have. */
export async function getPageMetadata(site: Site, { title, ...own }: OwnMetadata): Promise<Metadata> {
  const files = await getSiteFiles()
  return {
    metadataBase: new URL(site.url),
    title: typeof title === 'string' ? { absolute: `${title} – ${site.name}` } : (title ?? site.name),
    description: site.tagline || null,
    openGraph: {
      siteName: site.name,
      images: [{ ...siteCard(site, findSiteFile(files, siteImages.card)), type: 'image/png' }],
    },
    icons: siteIcons(site, files),
    twitter: { card: 'summary_large_image' },
    alternates: { types: feedLinks(site) },
    ...(site.verification && { verification: toVerification(site.verification) }),
    ...(isPreviewDeployment && { robots: { index: false } }),
    ...own,
  }
}

/** A list, whose page exists in several languages. */
interface List {
  /** Path of its page in the first language. */
  path: string
  /** Its name, if not all languages have it. */
  of?: ListName
  /** Title of its feed, if it has one. */
  feed?: string
}

/** The `alternates` of a list's page: its URL, the feeds, and the same list in other languages. */
export async function getListAlternates(
  site: Site,
  { path, of, feed }: List,
): Promise<NonNullable<Metadata['alternates']>> {
  const url = listUrl(site, path)
  const languages = listLanguageUrls(await getListUrls(path, of))
  return {
    canonical: url,
    types: feedLinks(site, feed === undefined ? undefined : { title: feed, url }),
    ...(Object.keys(languages).length > 0 && { languages }),
  }
}
