import { parse } from 'yaml'
import type { DocumentType } from './document-types'
import { readFrontMatter } from './fence'
import { type Translation, translateFields } from './other-systems'

/** What a file says besides the fields of its type. */
export interface ExtraFields {
  /** Names of authors, which may have no file in `content/authors`. */
  authorNames?: string[]
  /** Names of fields that nothing reads. */
  unknownFields?: string[]
}

/** Read the fields of valid front matter (`checkFile`). */
export function readFields(
  file: string,
  text: string,
  type: DocumentType,
): Record<string, unknown> & ExtraFields {
  const data = parse(readFrontMatter(file, text).yaml) as Record<string, unknown>
  const translation = translateFields(data, Object.keys(type.fields))
  return { ...translation.fields, ...extraFields(translation) }
}

/** What a file says besides the fields of its type. */
export function extraFields({ authorNames, unknown }: Translation): ExtraFields {
  return {
    ...(authorNames && { authorNames }),
    ...(unknown.length > 0 && { unknownFields: unknown }),
  }
}
