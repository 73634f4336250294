import { basename, extname } from 'node:path/posix'

/** Names that Windows reserves for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i
const nameLength = 60
/** Relative URLs refer to it. */
const noSite = 'https://site.invalid/'

/**
 * The name of an image's file: that of its URL, if it has one, with the extension of its type.
 *
 * @param hash of its content, for URLs without a name
 */
export function imageName(url: string, extension: string, hash: string): string {
  const path = URL.canParse(url, noSite) ? new URL(url, noSite).pathname : ''
  const last = basename(decodePath(path))
  const stem = (extname(last) ? last.slice(0, -extname(last).length) : last)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const name = [...stem].slice(0, nameLength).join('')
  const isName = name !== '' && !reserved.test(name)
  return `${isName ? name : `image-${hash.slice(0, 8)}`}${extension}`
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * Names for the images of one folder. Images with the same content have the same name; a name that another file has already, also
 * if only upper and lower case differ, gets a part of the hash.
 *
 * @param present hashes of the files that the folder has, by their name in lower case
 * @returns the names by the hash of the content
 */
export function chooseNames(
  images: Iterable<{ name: string; hash: string }>,
  present: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const used = new Map(present)
  const names = new Map<string, string>()
  for (const { name, hash } of images) {
    if (names.has(hash)) continue
    const extension = extname(name)
    const isFree = [undefined, hash].includes(used.get(name.toLowerCase()))
    const free = isFree
      ? name
      : `${name.slice(0, name.length - extension.length)}-${hash.slice(0, 8)}${extension}`
    used.set(free.toLowerCase(), hash)
    names.set(hash, free)
  }
  return names
}
