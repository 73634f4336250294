import type { Problem } from '../../markdown/problems/problem'
import type { Published } from '../../published/types'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { documentTypes } from '../front-matter/document-types'
import { meantField } from '../front-matter/front-matter'
import { placeOf } from '../front-matter/place-of'
import type { Linkable } from '../link/link'
import { pushToList } from '../link/push-to-list'

const fieldNames = Object.keys(documentTypes.posts.fields)

/**
 * Warn of fields of the front matter that nothing reads, and of authors that have no file: once for each name, because the
 * posts of another system may all have the same.
 */
export function checkFieldNames(
  linkables: readonly Linkable[],
  { authors, site }: Pick<Published, 'authors'> & { site: Pick<Published['site'], 'author'> },
): Problem[] {
  const unknown = new Map<string, string[]>()
  const nameless = new Map<string, string[]>()
  const names = new Set(authors.flatMap(({ id, name }) => [id, name]))
  for (const { document, unknownFields = [], authorNames = [] } of linkables) {
    for (const field of unknownFields) pushToList(unknown, field, document.file)
    for (const name of authorNames) if (!names.has(name)) pushToList(nameless, name, document.file)
  }
  return [
    ...[...unknown].map(([field, files]) => {
      const meant = meantField(field, fieldNames)
      const hint = meant
        ? translate`Did you mean ${meant}?`
        : translate`It has no effect. Remove it, or keep it for another program.`
      return warning(
        files,
        field,
        translate`Found the unknown field "${field}"`,
        translate`It is ignored.`,
        hint,
      )
    }),
    ...[...nameless].map(([name, files]) =>
      warning(
        files,
        'author',
        translate`Found author: ${name}`,
        translate`No author of content/authors has this name; the author is ${site.author}.`,
        translate`Create a file in content/authors with name: ${name}.`,
      ),
    ),
  ]
}

/** One warning for all files, at the field in the first. */
function warning(
  files: readonly string[],
  field: string,
  found: string,
  effect: string,
  hint: string,
): Problem {
  const [file = ''] = files
  const where = files.length > 1 ? translate` in ${plural(files.length, 'file')}, first in ${file}` : ''
  return {
    file,
    ...placeOf(file, field),
    severity: 'warning',
    rule: 'unknown-field',
    message: translate`${found}${where}. ${effect}`,
    hint,
  }
}
