import { readFileSync, statSync } from 'node:fs'
import { basename, extname, join, normalize } from 'node:path/posix'
import { imageSize } from 'image-size'
import { imageTypeNames, imageTypeOf } from '../../site/image-types'
import { translate } from '../../site/messages/translate.mjs'
import { mediaUrl } from '../../site/routes.mjs'
import { imageBytes, imageTime } from '../problems/limits'
import { runWithin } from '../problems/run-within'
import { decodePath } from '../text/decode'
import { hashImage } from './hash-image'

export const contentRoot = 'content'

/** An image of an article. */
export interface Asset {
  /** Path below `content/`. */
  source: string
  /** `/media/<hash>/<name>`; immutable because of the hash. */
  url: string
  /** Pixels. */
  width: number
  height: number
}

/** Why an image cannot be used: a message for the author. */
export interface AssetError {
  message: string
  hint: string
}

/**
 * Find an image by the path in an article: relative to the article's folder, or to `content/` if it starts with `/`.
 *
 * @param folder folder of the article below `content/`: `posts/cycloid`
 * @param root a folder instead of `content/`, for fixtures
 */
export function findAsset(src: string, folder: string, root = contentRoot): Asset | AssetError {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) {
    return {
      message: translate`Found the remote image ${src}; expected a file of this site.`,
      hint: translate`Save the image next to the article and use the name of the file: pages send no requests to other hosts.`,
    }
  }
  if (src === '')
    return {
      message: translate`Found an image without a path.`,
      hint: translate`Give the path of its file: ![…](picture.svg).`,
    }
  const name = src.toWellFormed()
  const source = normalize(name.startsWith('/') ? name.slice(1) : join(folder, decodePath(name)))
  const path = join(root, source)
  const rule = name.startsWith('/')
    ? translate`A path that starts with / is below ${root}/; one without is relative to the folder of the article, ${join(root, folder)}.`
    : translate`The path is relative to the folder of the article, ${join(root, folder)}; one that starts with / is below ${root}/.`
  if (source.startsWith('..')) return missing(path, rule)
  const data = readImage(path, rule)
  if ('message' in data) return data
  if (!imageTypeOf(extname(source)))
    return {
      message: translate`Found an image of another type, ${path}; expected ${imageTypeNames}.`,
      hint: translate`Convert the image, or correct the extension of its name.`,
    }
  const size = readSize(data)
  if (size) return { source, url: assetUrl(source, data), ...size }
  return {
    message: translate`The size of ${path} cannot be read; expected ${imageTypeNames}.`,
    hint: translate`Convert the image, or give the SVG width, height and viewBox.`,
  }
}

function missing(path: string, rule: string): AssetError {
  return {
    message: translate`Found no image at ${path}.`,
    hint: translate`${rule} Check the name, including upper and lower case.`,
  }
}

/** Read an image. Folders, pipes and other special files are not opened. @param rule what paths mean, for messages */
function readImage(path: string, rule: string): Buffer | AssetError {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return missing(path, rule)
    if (!stats.isFile())
      return {
        message: translate`Found ${stats.isDirectory() ? translate`a folder` : translate`no file`} at ${path}; expected an image.`,
        hint: translate`Give the path of the image file.`,
      }
    if (stats.size > imageBytes)
      return {
        message: translate`Found an image of ${stats.size} bytes at ${path}; expected at most ${imageBytes}.`,
        hint: translate`Make it smaller, or compress it.`,
      }
    return readFileSync(path)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    // Deleted since then, an invalid name, or a path with a file as folder.
    if (/^(ENOENT|ENOTDIR|ENAMETOOLONG|ERR_INVALID_ARG_VALUE)$/.test(code)) return missing(path, rule)
    if (!/^(EACCES|EPERM|ELOOP)$/.test(code)) throw error
    return {
      message: translate`The image ${path} cannot be read (${code}).`,
      hint: translate`Check the permissions of the file, and replace symbolic links that form a cycle.`,
    }
  }
}

/** Size of an image in pixels; undefined if it cannot be read. */
function readSize(data: Buffer): { width: number; height: number } | undefined {
  try {
    const { width, height } = runWithin(imageTime, () => imageSize(data))?.value ?? {}
    const size = { width: Math.round(width ?? 0), height: Math.round(height ?? 0) }
    return size.width > 0 && size.height > 0 ? size : undefined
  } catch {
    return undefined
  }
}

/** Does the file still have the content that it had when the article was compiled? */
export function isCurrent(asset: Asset): boolean {
  const data = readImage(join(contentRoot, asset.source), '')
  return !('message' in data) && assetUrl(asset.source, data) === asset.url
}

function assetUrl(source: string, data: Buffer): string {
  return mediaUrl(hashImage(data), basename(source))
}
