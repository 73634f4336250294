import 'server-only'
import { tags } from '../published/cache-tags'
import { publishedVersion, readPublished } from '../published/read-index'
import type { Page } from '../published/types'
import { decodeSlug } from '../site/routes.mjs'
import { cacheContent } from './cache-content'

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

/** The version of the content that pages show. In development, an open page waits for the next version. */
export async function getContentVersion(): Promise<string> {
  'use cache'
  cacheContent()
  return publishedVersion()
}
