import 'server-only'
import { tags } from '../published/cache-tags'
import { findPageTranslations } from '../published/page-translations'
import { publishedVersion, readPublished } from '../published/read-index'
import type { Page } from '../published/types'
import { decodeSlug } from '../site/routes.mjs'
import { cacheContent } from './cache-content'

/** What links to a page in another language need. */
type PageVersion = Pick<Page, 'url' | 'lang' | 'translationOf'>

export async function getPages(): Promise<Page[]> {
  'use cache'
  cacheContent(tags.lists)
  return readPublished().pages
}

export async function getPage(slug: string): Promise<Page | undefined> {
  'use cache'
  const name = decodeSlug(slug)
  cacheContent(tags.page(name))
  return readPublished().pages.find((page) => page.slug === name)
}

/** The same page in other languages. */
export async function getPageTranslations(slug: string): Promise<PageVersion[]> {
  'use cache'
  cacheContent(tags.page(slug))
  return findPageTranslations(readPublished().pages, slug).map(({ url, lang, translationOf }) => ({
    url,
    lang,
    ...(translationOf !== undefined && { translationOf }),
  }))
}

/** The version of the content that pages show. In development, an open page waits for the next version. */
export async function getContentVersion(): Promise<string> {
  'use cache'
  cacheContent()
  return publishedVersion()
}
