import 'server-only'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import { cacheContent } from '../queries/cache-content'
import { readIndexPosts } from '../queries/index-posts'
import { getSite } from '../queries/site'
import type { Language } from '../site/languages'
import { siteLanguageOf } from '../site/site-languages'
import type { SearchRequest } from './request'
import { type Filters, filtersOf, type Results, search } from './search'

/**
 * Find the articles and pages of a language that match a query: the articles that its index contains. Not cached, because the
 * number of queries is unbounded.
 */
export async function findDocuments(request: SearchRequest, language: Language): Promise<Results> {
  const published = readPublished()
  const { site, pages } = published
  const own = pages.filter(({ lang }) => siteLanguageOf(site, lang) === language)
  return search(request, [...readIndexPosts(language), ...own], published)
}

/** The years, categories and series that results in a language can be filtered by. */
export async function getSearchFilters(language: Language): Promise<Filters> {
  'use cache'
  cacheContent(tags.lists)
  return filtersOf(readIndexPosts(language), readPublished().series, await getSite(language))
}
