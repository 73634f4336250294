import { basename } from 'node:path/posix'
import type { SiteFile } from './types'

/** The site's own style sheet, which pages load last: its path in URLs. */
export const styleFile = 'style.css'

/** Images that pages show, by what they are for. Of several files, the first that exists is used. */
export const siteImages = {
  logo: ['logo.svg', 'logo.png', 'logo.webp'],
  card: ['card.png'],
} as const

/** Files that replace one of ours, so that their path is the path of a route. */
export const replaceableFiles: readonly string[] = ['icon.svg', 'favicon.ico', 'card.png']

/** May pages refer to this file? They do to the site's style sheet, icons, logo and card; its fonts are in its theme. */
export function isPageFile({ path }: Pick<SiteFile, 'path'>): boolean {
  return /^[^/]+\.(css|ico|png|svg|webp)$/.test(path)
}

/** Path below `.lemma/` of a published file. It contains a hash: a file that exists is up to date. */
export function siteFileTarget({ hash, path }: Pick<SiteFile, 'hash' | 'path'>): string {
  return `public/${hash}/${basename(path)}`
}

/** URL of a file. It changes with the content, so browsers may keep what they received. */
export function siteFileUrl({ path, hash }: Pick<SiteFile, 'hash' | 'path'>): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}?v=${hash}`
}
