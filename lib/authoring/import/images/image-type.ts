import { imageSize } from 'image-size'
import { imageTime } from '../../../markdown/problems/limits'
import { runWithin } from '../../../markdown/problems/run-within'
import { translate } from '../../../site/messages/translate.mjs'

/** Extensions of the types that articles can show, by the names of image-size. */
const extensions: ReadonlyMap<string, string> = new Map([
  ['png', '.png'],
  ['jpg', '.jpg'],
  ['gif', '.gif'],
  ['webp', '.webp'],
  ['svg', '.svg'],
  ['avif', '.avif'],
])

/**
 * The type of an image by its content, whatever its name and its server say: the extension of its file, or what it is instead.
 */
export function imageTypeOf(data: Buffer): { extension: string } | { found: string } {
  try {
    const type = runWithin(imageTime, () => imageSize(data))?.value.type ?? ''
    const extension = extensions.get(type)
    if (extension) return { extension }
    return { found: type ? translate`an image of the type ${type}` : translate`an image of an unknown type` }
  } catch {
    const start = data.subarray(0, 200).toString('latin1').trimStart()
    return {
      found: /^<(!doctype html|html|head|body)/i.test(start)
        ? translate`a page of HTML`
        : translate`no image`,
    }
  }
}
