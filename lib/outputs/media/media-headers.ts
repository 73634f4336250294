import { extname } from 'node:path'
import { create as contentDisposition } from 'content-disposition'
import { fileKindOf, fileTypeOf } from '../../site/file-types.mjs'
import { imageTypeOf } from '../../site/image-types'

/**
 * The headers of a file that is published with an article: its type, and what browsers may do with it. No document among
 * them runs as a page of this site.
 *
 * @param name of the file, in any script
 * @returns undefined if such files are not served
 */
export function mediaHeaders(name: string): Record<string, string> | undefined {
  const image = imageTypeOf(extname(name))
  const kind = fileKindOf(name)
  if (!image && !kind) return undefined
  return {
    'content-type': image ?? fileTypeOf(name),
    'x-content-type-options': 'nosniff',
    // An SVG that is opened as a document must not run scripts on this site.
    ...(image && {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }),
    ...(kind === 'download' && {
      'content-disposition': contentDisposition(name, { type: 'attachment' }),
      'content-security-policy': "default-src 'none'; sandbox",
    }),
  }
}
