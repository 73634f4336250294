import { readFile } from 'node:fs/promises'
import { join } from 'node:path/posix'
import { type Asset, contentRoot } from './asset'

/** Photos. The shape of a drawing is seen while it loads, and transparent images would show the colour. */
const photos = /\.(?:png|jpe?g|webp|avif)$/i

/**
 * Find the colour that is shown until an image is loaded: the mean of its pixels. sharp comes with Next, but not on every
 * platform: without it there is no colour.
 */
export async function findPlaceholder({ source }: Asset): Promise<string | undefined> {
  if (!photos.test(source)) return undefined
  try {
    const { default: sharp } = await import('sharp')
    // Not by its path: sharp would keep the file open, and Windows would not let the author change it.
    const image = sharp(await readFile(join(contentRoot, source))).timeout({ seconds: 5 })
    if ((await image.metadata()).hasAlpha) return undefined
    const pixel = await image
      .resize(1, 1, { fit: 'fill' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer()
    return `#${pixel.subarray(0, 3).toString('hex')}`
  } catch {
    return undefined
  }
}

/** Add its colour to an image. */
export async function withPlaceholder(asset: Asset): Promise<Asset> {
  const placeholder = await findPlaceholder(asset)
  return placeholder ? { ...asset, placeholder } : asset
}
