import { statSync } from 'node:fs'
import { join, normalize } from 'node:path/posix'
import type { SourceAttachment } from '../source'

/** Finds the file of a URL in the folder of uploads; undefined if it has none. */
export type FindUpload = (url: string) => string | undefined

/**
 * Find files in a copy of the old site's folder of uploads. The path of a URL may have more folders at its start than the copy:
 *
 *     https://example.org/wp-content/uploads/2020/01/a.png  →  uploads/2020/01/a.png, or 2020/01/a.png
 *
 * WordPress' smaller copies (`a-300x200.png`) are found as the original if the folder lacks them. URLs of other sites are not
 * looked for.
 *
 * @param folder the copy
 * @param site the uploaded files of the old site, and its URL
 */
export function createUploadFinder(
  folder: string,
  site: { attachments: readonly SourceAttachment[]; url?: string },
): FindUpload {
  const files = new Map(
    site.attachments.flatMap(({ urls, file }) => (file ? urls.map((url) => [pathOf(url), file]) : [])),
  )
  const hosts = new Set([site.url ?? '', ...site.attachments.flatMap(({ urls }) => urls)].map(hostOf))
  const find = (path: string): string | undefined => {
    const known = files.get(path)
    const parts = path.split('/').filter((part) => part !== '')
    const candidates = [...(known ? [known] : []), ...parts.map((_, index) => parts.slice(index).join('/'))]
    return candidates.map((name) => fileIn(folder, name)).find((file) => file !== undefined)
  }
  return (url) => {
    const path = hosts.has(hostOf(url)) || hostOf(url) === noHost ? pathOf(url) : undefined
    if (path === undefined) return undefined
    return find(path) ?? (hasSize.test(path) ? find(path.replace(hasSize, '$1')) : undefined)
  }
}

const noHost = 'site.invalid'
const hasSize = /-\d{2,5}x\d{2,5}(\.\w+)$/

/** The host of a URL, whose `www.` makes no difference; `noHost` if it is relative. */
function hostOf(url: string): string {
  const base = `https://${noHost}/`
  return URL.canParse(url, base) ? new URL(url, base).host.replace(/^www\./, '') : ''
}

/** The decoded path of a URL, which may be relative; undefined if it is no path. */
function pathOf(url: string): string | undefined {
  try {
    const { protocol, pathname } = new URL(url, `https://${noHost}/`)
    return /^https?:$/.test(protocol) ? decodeURIComponent(pathname) : undefined
  } catch {
    return undefined
  }
}

/** The path of a file in a folder; undefined if it does not exist or is outside. A backslash separates folders on Windows. */
function fileIn(folder: string, name: string): string | undefined {
  if (/[\0\\]/.test(name) || /^\.\.(\/|$)/.test(normalize(name))) return undefined
  const path = join(folder, name)
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined
}
