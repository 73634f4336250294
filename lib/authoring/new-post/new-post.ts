import { join } from 'node:path/posix'
import { contentRoot } from '../../markdown/images/asset'
import { formatDay } from '../../site/i18n/dates'
import { postPath } from '../../site/permalinks'
import { isWindowsFileName } from '../../store/windows.mjs'
import { readSiteOrPublished, requireSite } from '../site/choose-site'

/** The draft of a new post: its file, its path on the site, and its text. */
export async function draftPost(title: string): Promise<{ file: string; url: string; text: string }> {
  const site = requireSite(await readSiteOrPublished())
  const slug = slugify(title)
  const now = new Date()
  const day = formatDay(now.toISOString(), site.timeZone)
  return {
    file: join(contentRoot, 'posts', `${slug}.mdx`),
    url: decodeURI(postPath({ slug, day }, site.permalinks?.posts)),
    text: printDraft(title, site.timeZone, now),
  }
}

/**
 * The file name of a post, from its title: letters and digits of any script stay, everything else becomes hyphens. Names that
 * Windows reserves for devices, such as `con`, get a prefix: the repository may be cloned there.
 */
export function slugify(title: string): string {
  const slug = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const name = slug.slice(0, 60) || 'untitled'
  return isWindowsFileName(name) ? name : `post-${name}`
}

/** A draft with valid front matter, dated now in the site's time zone. */
export function printDraft(title: string, timeZone: string, now: Date): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  // A JSON string is a double-quoted YAML string.
  const quoted = JSON.stringify(title)
  return `---\ntitle: ${quoted}\ndate: ${format.format(now)}\nsummary:\ncategory:\ntags: []\ndraft: true\n---\n\n`
}
