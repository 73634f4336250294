import { statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { translate } from '../../site/messages/translate.mjs'
import { contentRoot, findFile, type PublishedFile } from '../images/asset'
import type { Problem } from '../problems/problem'
import { decodePath } from '../text/decode'

/** What a relative address of an article leads to. */
export type RelativeTarget =
  /** Another document, by its path below `content/`, and what follows it: `?…` and `#…`. */
  | { file: string; suffix: string }
  /** A file that is published with the article, and what follows it, such as `#page=3`. */
  | { published: PublishedFile; suffix: string }
  /** A page, by its URL relative to the URL of the article. */
  | { href: string }
  /** Nothing that readers could open. */
  | { problem: Pick<Problem, 'message' | 'hint'> }

/** The place of an article. */
export interface ArticlePlace {
  /** Its folder below `content/`. */
  folder: string
  /** Path of its page. */
  url: string
  /** A folder instead of `content/`, for fixtures. */
  root?: string
}

const withScheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\/|\?)/i
const hostName = /^(?:www\.|[\w-]+\.(?:com|org|net|edu|io|cn|de|uk|fr|jp)(?:\/|$))/i

/**
 * Find what an address leads to, if it is relative.
 *
 * @returns undefined for a URL, a path of the site and a fragment
 */
export function readRelativeLink(address: string, place: ArticlePlace): RelativeTarget | undefined {
  if (address === '')
    return {
      problem: {
        message: translate`Found a link without an address.`,
        hint: translate`Write [text](address).`,
      },
    }
  if (withScheme.test(address)) return undefined
  const [path = ''] = address.split(/[?#]/, 1)
  const suffix = address.slice(path.length)
  const file = normalize(join(place.folder, decodePath(path.toWellFormed())))
  if (/\.mdx?$/i.test(path)) return { file, suffix }
  if (isFile(join(place.root ?? contentRoot, file))) {
    const published = findFile(path, place.folder, place.root)
    return 'message' in published ? { problem: published } : { published, suffix }
  }
  if (hostName.test(path))
    return {
      problem: {
        message: translate`Found a link to ${decodePath(address)}, which is relative to the article: the address of another site starts with https://.`,
        hint: translate`Write https://${address}.`,
      },
    }
  if (extname(path) !== '')
    return {
      problem: {
        message: translate`Found a link to ${decodePath(address)}; there is no file ${join(place.root ?? contentRoot, file)}.`,
        hint: translate`Check the name, including upper and lower case. The path is relative to the folder of the article.`,
      },
    }
  const { pathname } = new URL(path, `http://site${place.url}`)
  return { href: pathname + suffix }
}

/** Is there such a file? */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    // A name that the file system does not allow.
    return false
  }
}
