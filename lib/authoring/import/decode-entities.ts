import { parseEntities } from 'parse-entities'

/** Decode the character references of a text, such as `&amp;`, once. */
export function decodeEntities(text: string): string {
  return parseEntities(text, { nonTerminated: false })
}
