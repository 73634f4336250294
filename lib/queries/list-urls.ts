import 'server-only'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import type { Language } from '../site/languages'
import { languagesOf, listUrl } from '../site/site-languages'
import { cacheContent } from './cache-content'
import { readListing } from './listing'

/** Paths of one page in the languages of the site that have it. */
export type UrlsByLanguage = Partial<Record<Language, string>>

/** The lists of a site that some of its languages have: those that have a post in it. */
export interface ListName {
  kind: keyof typeof groups
  name: string
}

const groups = { tags: 'byTag', categories: 'byCategory', authors: 'byAuthor' } as const

/** The paths of a list in all languages that have it. @param path in the first language @param of undefined if all have it */
export async function getListUrls(path: string, of?: ListName): Promise<UrlsByLanguage> {
  'use cache'
  cacheContent(tags.lists)
  return readListUrls(path, of)
}

/** The same, for other queries. */
export function readListUrls(path: string, of?: ListName): UrlsByLanguage {
  const { site } = readPublished()
  return Object.fromEntries(
    languagesOf(site)
      .filter((language) => !of || readListing(language)[groups[of.kind]].has(of.name))
      .map((language) => [language, listUrl(site, path, language)]),
  )
}
