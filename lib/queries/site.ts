import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { cache } from 'react'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import type { Site } from '../site/config'
import type { Language } from '../site/languages'
import { readListPath, siteIn, siteLanguageOf } from '../site/site-languages'

/**
 * The settings of the site, in one of its languages. Within one rendering, all calls share one result. They do not depend on
 * the time.
 *
 * @param language undefined for the first
 */
export const getSite: (language?: Language) => Promise<Site> = cache(async (language) => {
  'use cache'
  cacheTag(tags.content)
  cacheLife('max')
  const { site } = readPublished()
  return language ? siteIn(site, language) : site
})

/** The settings for the page of a document: in the language of the document, if the site has it. */
export async function getSiteOf(document: { lang: Language }): Promise<Site> {
  return getSite(siteLanguageOf(await getSite(), document.lang))
}

/** The settings in one of the languages after the first, by its tag in a URL; undefined if the site does not have it. */
export async function findSiteIn(tag: string): Promise<Site | undefined> {
  const found = readListPath(await getSite(), `/${tag}`)
  return found && getSite(found.language)
}
