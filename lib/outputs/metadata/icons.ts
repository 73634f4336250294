import type { Metadata } from 'next'
import { siteFileUrl } from '../../published/site-files'
import type { SiteFile } from '../../published/types'
import { colours } from '../../site/colours'
import type { Site } from '../../site/config'
import { printIcon } from '../../site/theme/icon'
import { hash } from '../../store/store'

/** Icons of `site/public`, by path, with the attributes of their links. */
const ownIcons = [
  { path: 'favicon.ico', sizes: '32x32' },
  { path: 'icon.svg', type: 'image/svg+xml', sizes: 'any' },
] as const

/** The icon of a site without a file of its own, as SVG. */
export function drawIcon({ name, theme }: Pick<Site, 'name' | 'theme'>): string {
  return printIcon(theme?.palette ?? colours, name)
}

/** The links to the icons: those of the site, or ours if it has none. */
export function siteIcons(
  site: Pick<Site, 'name' | 'theme'>,
  files: readonly SiteFile[],
): NonNullable<Metadata['icons']> {
  const fileOf = (path: string) => files.find((file) => file.path === path)
  const own = ownIcons.flatMap(({ path, ...attributes }) => {
    const file = fileOf(path)
    return file ? { url: siteFileUrl(file), ...attributes } : []
  })
  const drawn = { url: `/icon.svg?v=${iconVersion(drawIcon(site))}`, type: 'image/svg+xml', sizes: 'any' }
  const apple = fileOf('apple-touch-icon.png')
  return {
    icon: own.length > 0 ? own : [drawn],
    ...(apple && { apple: [{ url: siteFileUrl(apple) }] }),
  }
}

/** Identifies an icon in its URL. */
export function iconVersion(svg: string): string {
  return hash(svg).slice(0, 12)
}
