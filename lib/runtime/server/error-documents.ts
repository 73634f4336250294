import { existsSync, readFileSync } from 'node:fs'
import { tags } from '../../published/cache-tags'
import { onExpiration } from '../cache/expired-tags'
import { readPublishedState } from '../cache/published-state'
import type { PageOfStatus } from './error-pages'

/** The routes of the pages that are sent instead of others. */
const routes: ReadonlyMap<number, string> = new Map([
  [404, 'missing'],
  [410, 'gone'],
  [500, 'error'],
])

/**
 * Keep the pages for errors ready: those that the build prerendered, until this server has rendered them for its own site.
 * They are rendered again when everything expires, which is when the settings of the site change.
 *
 * @param request reads a page of this server; undefined if that fails
 */
export function keepErrorDocuments(request: (path: string) => Promise<string | undefined>): {
  pageOf: PageOfStatus
  refresh(): Promise<void>
} {
  /** By status, after the path of the language's index: `404`, `/en404`. */
  const pages = new Map<string, Buffer>()
  for (const [status, name] of routes) {
    const file = `.next/server/app/${name}.html`
    if (existsSync(file)) pages.set(String(status), readFileSync(file))
  }
  const refresh = async () => {
    for (const index of ['', ...indexesOfLanguages()])
      for (const [status, name] of routes) {
        const html = await request(`${index}/${name}`)
        if (html) pages.set(index + status, Buffer.from(html))
      }
  }
  onExpiration((names) => {
    if (names.includes(tags.content)) void refresh()
  })
  const pageOf: PageOfStatus = (status, url) => {
    const index = indexesOfLanguages().find((index) => `${url.split('?', 1)}/`.startsWith(`${index}/`)) ?? ''
    return pages.get(index + status) ?? pages.get(String(status))
  }
  return { pageOf, refresh }
}

/** Paths of the indexes of the languages after the first: `/en`. */
function indexesOfLanguages(): string[] {
  return readPublishedState()?.languages.map((language) => `/${language}`) ?? []
}
