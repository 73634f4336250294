import { existsSync, readFileSync } from 'node:fs'
import { basename, join, normalize } from 'node:path'
import { imageSize } from 'image-size'
import { hash } from '../store/store'
import { decodePath } from './decode'

export const contentRoot = 'content'

/** An image of an article: where it lies, where it is served, how large it is. */
export interface Asset {
  /** Path below `content/`. */
  source: string
  /** `/media/<hash>/<name>`: the hash makes it immutable. */
  url: string
  /** Pixels. */
  width: number
  height: number
}

/** Why an image cannot be used, in words for its author. */
export interface AssetError {
  message: string
  hint: string
}

/**
 * Find an image that an article names: relative to the article's folder, or from `content/` where it starts with `/`.
 *
 * @param folder folder of the article below `content/`: `posts/cycloid`
 * @param root another folder in place of `content/`: fixtures have their own
 */
export function findAsset(src: string, folder: string, root = contentRoot): Asset | AssetError {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) {
    return {
      message: `Found the remote image ${src}; expected a file of this site.`,
      hint: 'Save the image beside the article and name the file: readers send no requests to other hosts.',
    }
  }
  const source = normalize(src.startsWith('/') ? src.slice(1) : join(folder, decodePath(src)))
  const path = join(root, source)
  if (source.startsWith('..') || !existsSync(path)) {
    return {
      message: `Found no image at ${path}.`,
      hint: 'Check the name, upper and lower case included; a path is relative to the article’s folder.',
    }
  }
  const data = readFileSync(path)
  try {
    const { width, height } = imageSize(data)
    return { source, url: assetUrl(source, data), width: Math.round(width), height: Math.round(height) }
  } catch {
    return {
      message: `The size of ${path} cannot be read; expected SVG with width and height, PNG, JPEG, WebP, AVIF or GIF.`,
      hint: 'Convert the image, or give the SVG width, height and viewBox.',
    }
  }
}

/** True while the file still has the content it had when the article was compiled. */
export function isCurrent(asset: Asset): boolean {
  const path = join(contentRoot, asset.source)
  return existsSync(path) && assetUrl(asset.source, readFileSync(path)) === asset.url
}

function assetUrl(source: string, data: Buffer): string {
  return `/media/${hash(data.toString('base64')).slice(0, 12)}/${encodeURIComponent(basename(source))}`
}
