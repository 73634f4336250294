import { existsSync, readFileSync } from 'node:fs'
import { tags } from '../../published/cache-tags'
import { onExpiration } from '../cache/expired-tags'
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
  const pages = new Map<number, Buffer>()
  for (const [status, name] of routes) {
    const file = `.next/server/app/${name}.html`
    if (existsSync(file)) pages.set(status, readFileSync(file))
  }
  const refresh = async () => {
    for (const [status, name] of routes) {
      const html = await request(`/${name}`)
      if (html) pages.set(status, Buffer.from(html))
    }
  }
  onExpiration((names) => {
    if (names.includes(tags.content)) void refresh()
  })
  return { pageOf: (status) => pages.get(status), refresh }
}
