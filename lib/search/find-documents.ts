import 'server-only'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import { cacheContent } from '../queries/cache-content'
import { readListing } from '../queries/listing'
import { getSite } from '../queries/site'
import type { SearchRequest } from './request'
import { type Filters, filtersOf, type Results, search } from './search'

/** Find the articles and pages that match a query. Not cached, because the number of queries is unbounded. */
export async function findDocuments(request: SearchRequest): Promise<Results> {
  const published = readPublished()
  return search(request, [...readListing().posts, ...published.pages], published)
}

/** The years, categories and series that results can be filtered by. */
export async function getSearchFilters(): Promise<Filters> {
  'use cache'
  cacheContent(tags.lists)
  return filtersOf(readListing().posts, readPublished().series, await getSite())
}
