import { statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { translate } from '../../site/messages/translate.mjs'
import { contentRoot } from '../images/asset'
import type { Problem } from '../problems/problem'
import { decodePath } from '../text/decode'

/** What a relative address of an article leads to. */
export type RelativeTarget =
  /** Another document, by its path below `content/`, and what follows it: `?…` and `#…`. */
  | { file: string; suffix: string }
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
  const found = readFile(join(place.root ?? contentRoot, file))
  if (found) return { problem: notServed(address, found) }
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

/** Check the address of a video, a frame or the like, which must be public. @returns the problem, if it is not */
export function checkEmbedded(
  address: string,
  place: ArticlePlace,
): Pick<Problem, 'message' | 'hint'> | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address)) return undefined
  const [path = ''] = address.split(/[?#]/, 1)
  const root = place.root ?? contentRoot
  const name = decodePath(path.toWellFormed())
  const file = join(root, normalize(name.startsWith('/') ? name.slice(1) : join(place.folder, name)))
  const found = readFile(file)
  if (found) return notServed(address, found)
  return {
    message: translate`Found ${decodePath(address)}; there is no file ${file}.`,
    hint: translate`Write the public address of the file, https://…: files beside an article are not served yet, except images.`,
  }
}

function notServed(address: string, file: string): Pick<Problem, 'message' | 'hint'> {
  return {
    message: translate`Found ${decodePath(address)}, the file ${file}: files beside an article are not served yet, except images.`,
    hint: translate`Put the file on a server and write its public address, https://….`,
  }
}

/** The path, if it is a file. */
function readFile(path: string): string | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined
  } catch {
    // A name that the file system does not allow.
    return undefined
  }
}
