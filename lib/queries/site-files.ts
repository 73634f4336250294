import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { cache } from 'react'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import { isPageFile, siteFileUrl, styleFile } from '../published/site-files'
import type { SiteFile } from '../published/types'
import { printTheme } from '../site/theme/stylesheet'
import { hash } from '../store/store'
import { getSite } from './site'

/** The files that pages may refer to (`isPageFile`). */
export const getSiteFiles: () => Promise<SiteFile[]> = cache(async () => {
  'use cache'
  cacheTag(tags.content)
  cacheLife('max')
  return readFiles().filter(isPageFile)
})

/**
 * A file of the site by the path of its URL, decoded, without the first slash. The list of files is in memory, and most
 * changes of it expire nothing (`changedTags`).
 */
export function findPublishedFile(path: string): SiteFile | undefined {
  return readFiles().find((file) => file.path === path)
}

/** The first of these files that exists. */
export function findSiteFile(files: readonly SiteFile[], paths: readonly string[]): SiteFile | undefined {
  for (const path of paths) {
    const file = files.find((file) => file.path === path)
    if (file) return file
  }
  return undefined
}

/** The theme of the site as a stylesheet; undefined if it has the default design. */
export const getThemeStylesheet: () => Promise<{ css: string; version: string } | undefined> = cache(
  async () => {
    'use cache'
    cacheTag(tags.content)
    cacheLife('max')
    const { theme } = await getSite()
    if (!theme) return undefined
    const css = printTheme(theme, fontUrls())
    return { css, version: hash(css).slice(0, 12) }
  },
)

/** URLs of the stylesheets of the site, in order: its theme, then its own. */
export async function getStylesheetUrls(): Promise<string[]> {
  const theme = await getThemeStylesheet()
  const own = findSiteFile(await getSiteFiles(), [styleFile])
  return [...(theme ? [`/theme.css?v=${theme.version}`] : []), ...(own ? [siteFileUrl(own)] : [])]
}

/** URLs of the fonts that text begins with, if they are files of the site: WOFF2, upright. */
export const getTextFontUrls: () => Promise<string[] | undefined> = cache(async () => {
  'use cache'
  cacheTag(tags.content)
  cacheLife('max')
  const { theme } = await getSite()
  if (!theme?.latin) return undefined
  const urlOf = fontUrls()
  return theme.fontFiles
    .filter(({ family, style, file }) => family === theme.latin?.[0] && style === 'normal' && isWoff2(file))
    .map(({ file }) => urlOf(file))
})

function isWoff2(file: string): boolean {
  return file.endsWith('.woff2')
}

/** The URL of a file by its path in the configuration, `/fonts/text.woff2`. */
function fontUrls(): (path: string) => string {
  const urls = new Map(readFiles().map((file) => [`/${file.path}`, siteFileUrl(file)]))
  return (path) => urls.get(path.normalize('NFC')) ?? encodeURI(path)
}

/** The index of an older version has no files. */
function readFiles(): SiteFile[] {
  return readPublished().files ?? []
}
