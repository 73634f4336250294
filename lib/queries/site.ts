import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { cache } from 'react'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import type { Site } from '../site/config'
import { type Messages, siteMessages } from '../site/i18n'

/** The settings of the site. Within one rendering, all calls share one result. They do not depend on the time. */
export const getSite: () => Promise<Site> = cache(async () => {
  'use cache'
  cacheTag(tags.content)
  cacheLife('max')
  return readPublished().site
})

/** The texts of the interface, in the site's language and with the site's own words. */
export async function getMessages(): Promise<Messages> {
  return siteMessages(await getSite())
}
