import { listed, translate } from './messages/translate.mjs'

/** The images that articles can show, by file name extension: their media type, and their name in messages. */
export const imageTypes = {
  '.svg': { type: 'image/svg+xml', name: translate`SVG with width and height` },
  '.png': { type: 'image/png', name: 'PNG' },
  '.jpg': { type: 'image/jpeg', name: 'JPEG' },
  '.jpeg': { type: 'image/jpeg', name: 'JPEG' },
  '.webp': { type: 'image/webp', name: 'WebP' },
  '.avif': { type: 'image/avif', name: 'AVIF' },
  '.gif': { type: 'image/gif', name: 'GIF' },
} as const

/** The media type of an image file by its extension; undefined if articles cannot show such files. */
export function imageTypeOf(extension: string): string | undefined {
  const key = extension.toLowerCase()
  return Object.hasOwn(imageTypes, key) ? imageTypes[key as keyof typeof imageTypes].type : undefined
}

const imageNames = [...new Set(Object.values(imageTypes).map(({ name }) => name))]

/** The names of all types, for messages: `PNG, JPEG or GIF`. */
export const imageTypeNames = translate`${listed(imageNames.slice(0, -1))} or ${imageNames.at(-1)}`
