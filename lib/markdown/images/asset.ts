import { basename, extname, join } from 'node:path/posix'
import { imageSize } from 'image-size'
import { fileKindOf, fileKinds } from '../../site/file-types.mjs'
import { imageTypeNames, imageTypeOf } from '../../site/image-types'
import { listed, translate } from '../../site/messages/translate.mjs'
import { mediaUrl } from '../../site/routes.mjs'
import { fileBytes, imageBytes, imageTime } from '../problems/limits'
import { runWithin } from '../problems/run-within'
import { contentRoot, type FileError, readContentFile, readRegularFile } from './content-file'
import { hashImage } from './hash-image'

export { contentRoot }

/** A file that is published with an article. */
export interface PublishedFile {
  /** Path below `content/`. */
  source: string
  /** `/media/<hash>/<name>`; immutable because of the hash. */
  url: string
}

/** An image of an article. */
export interface Asset extends PublishedFile {
  /** Pixels. */
  width: number
  height: number
  /** Its colour, `#rrggbb`, until it is loaded (`findPlaceholder`). */
  placeholder?: string
}

/** Why a file cannot be used: a message for the author. */
export type AssetError = FileError

/** An address with a host. */
export const remoteAddress = /^[a-z][a-z0-9+.-]*:|^\/\//i

/**
 * Find an image by the path in an article: relative to the article's folder, or to `content/` if it starts with `/`.
 *
 * @param folder folder of the article below `content/`: `posts/cycloid`
 * @param root a folder instead of `content/`, for fixtures
 */
export function findAsset(src: string, folder: string, root?: string): Asset | AssetError {
  if (remoteAddress.test(src)) {
    return {
      message: translate`Found the remote image ${src}; expected a file of this site.`,
      hint: translate`Save the image next to the article and use the name of the file, or list its host in imageHosts in site.config.ts: then readers load it from there.`,
    }
  }
  if (src === '')
    return {
      message: translate`Found an image without a path.`,
      hint: translate`Give the path of its file: ![…](picture.svg).`,
    }
  const file = readContentFile(src, { folder, root }, { noun: 'image', limit: imageBytes })
  if ('message' in file) return file
  const { source, data } = file
  const path = join(root ?? contentRoot, source)
  if (!imageTypeOf(extname(source)))
    return {
      message: translate`Found an image of another type, ${path}; expected ${imageTypeNames}.`,
      hint: translate`Convert the image, or correct the extension of its name.`,
    }
  const size = readSize(data)
  if (size) return { source, url: urlOf(source, data), ...size }
  return {
    message: translate`The size of ${path} cannot be read; expected ${imageTypeNames}.`,
    hint: translate`Convert the image, or give the SVG width, height and viewBox.`,
  }
}

/**
 * Find a file that an article links to or plays, by the path in the article.
 *
 * @param folder folder of the article below `content/`
 * @param root a folder instead of `content/`, for fixtures
 */
export function findFile(src: string, folder: string, root?: string): PublishedFile | FileError {
  const file = readContentFile(src, { folder, root }, { noun: 'file', limit: fileBytes })
  if ('message' in file) return file
  const { source, data } = file
  if (imageTypeOf(extname(source)) || fileKindOf(source)) return { source, url: urlOf(source, data) }
  return {
    message: translate`Found the file ${join(root ?? contentRoot, source)}, whose type is not served.`,
    hint: translate`Put it into a .zip. Served are images, ${listed(Object.values(fileKinds).map(([first]) => `.${first}`))} and similar types (docs/media.md).`,
  }
}

/** Size of an image in pixels, as it is shown; undefined if it cannot be read. */
function readSize(data: Buffer): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = runWithin(imageTime, () => imageSize(data))?.value ?? {}
    const stored = [Math.round(width ?? 0), Math.round(height ?? 0)] as const
    // Photos of phones may be stored lying on a side (EXIF): browsers turn them.
    const [shownWidth, shownHeight] = orientation > 4 ? [stored[1], stored[0]] : stored
    return shownWidth > 0 && shownHeight > 0 ? { width: shownWidth, height: shownHeight } : undefined
  } catch {
    return undefined
  }
}

/** Does the file still have the content that it had when the article was compiled? */
export function isCurrent(file: PublishedFile): boolean {
  const data = readRegularFile(join(contentRoot, file.source), { noun: 'file', limit: fileBytes })
  return data !== undefined && !('message' in data) && urlOf(file.source, data) === file.url
}

function urlOf(source: string, data: Buffer): string {
  return mediaUrl(hashImage(data), basename(source))
}
