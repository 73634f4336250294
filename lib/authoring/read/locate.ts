import { dirname, join } from 'node:path/posix'
import {
  type Asset,
  type AssetError,
  contentRoot,
  findAsset,
  remoteAddress,
} from '../../markdown/images/asset'
import type { Site } from '../../site/config'
import { formatDay } from '../../site/i18n/dates'
import type { Language } from '../../site/languages'
import { translate } from '../../site/messages/translate.mjs'
import { postPath } from '../../site/permalinks'
import { pageUrl, seriesUrl } from '../../site/routes.mjs'
import { readDate } from '../front-matter/date'
import { defaultSlug } from './default-slug'

/** The front matter of a file, with its type and its path below `content/`. */
export interface RawDocument {
  type: string
  _id: string
  id?: string | number | undefined
  slug?: string | undefined
  permalink?: string | undefined
  date?: string | undefined
  lang?: Language | undefined
  title?: string | undefined
  summary?: string | undefined
  description?: string | undefined
  cover?: string | undefined
  formula?: string | undefined
  macros?: Record<string, string> | undefined
  numbering?: unknown
}

/** The location of a document and its URL. */
export interface Located {
  /** Path from the project's root. */
  file: string
  /** Its id in feeds, which does not depend on its URL: the default slug, or `id` in its front matter. */
  id: string
  slug: string
  /** Path of its page, percent-encoded. */
  url: string
  cover?: Asset | AssetError
}

/** The settings that URLs depend on. */
type UrlSettings = Pick<Site, 'permalinks' | 'timeZone'>

/** Derive slug and URL from the path: `posts/cycloid.mdx` and `posts/cycloid/index.mdx` are both `/posts/cycloid`. */
export function locate(document: RawDocument, settings: UrlSettings): Located {
  const own = defaultSlug(document._id)
  const slug = document.slug ?? own
  return {
    file: join(contentRoot, document._id),
    id: String(document.id ?? own),
    slug,
    url: urlOf(document, slug, settings),
    ...(document.cover && { cover: findCover(document.cover, dirname(document._id)) }),
  }
}

/** A cover is also in feeds and metadata, so it is never on another host. */
function findCover(src: string, folder: string): Asset | AssetError {
  if (!remoteAddress.test(src)) return findAsset(src, folder)
  return {
    message: translate`Found the remote cover ${src}; expected a file of this site.`,
    hint: translate`Save the image next to the article and write its name.`,
  }
}

function urlOf(document: RawDocument, slug: string, { permalinks, timeZone }: UrlSettings): string {
  const { type, id, permalink, date = '' } = document
  if (type !== 'Post') return type === 'Series' ? seriesUrl(slug) : pageUrl(slug)
  // `checkFile` reports a date that is not valid, and `readPost` a missing id.
  const day = formatDay(readDate(date, timeZone) ?? new Date(0).toISOString(), timeZone)
  const own = { ...(id !== undefined && { id: String(id) }), ...(permalink !== undefined && { permalink }) }
  return postPath({ slug, day, ...own }, permalinks?.posts)
}
