import { stringifyEntities } from 'stringify-entities'

const options = { subset: ['&', '<', '>', '"'], useNamedReferences: true }

/** Escape text for elements and quoted attributes of HTML and XML. */
export function escapeText(text: string): string {
  return stringifyEntities(text, options)
}
