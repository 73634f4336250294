import { parseDocument } from 'yaml'
import { frontMatterTime } from '../../markdown/problems/limits'
import type { Problem } from '../../markdown/problems/problem'
import { runWithin } from '../../markdown/problems/run-within'
import { checkYaml, findReference } from './check-yaml'
import type { DocumentType } from './document-types'
import { readFrontMatter } from './fence'
import { checkFrontMatter } from './front-matter'
import { isRecord } from './is-record'
import { translateFields } from './other-systems'
import { extraFields } from './read-fields'

/**
 * Read the valid fields of front matter that has problems. Required fields that are missing get placeholders.
 *
 * @returns undefined if it cannot be known how the body must be compiled: the front matter is not closed or not YAML, or its
 * macros are invalid
 */
export function readValidFields(
  file: string,
  text: string,
  type: DocumentType,
  timeZone: string,
): Record<string, unknown> | undefined {
  const { yaml, isFound } = readFrontMatter(file, text)
  if (!isFound) return text.startsWith('---') ? undefined : placeholders(type)
  if (checkYaml(yaml)) return undefined
  try {
    return runWithin(frontMatterTime, () => {
      const document = parseDocument(yaml)
      if (document.errors.length > 0 || findReference(document)) return undefined
      const data: unknown = document.toJS()
      return isRecord(data) ? validFields(data, type, timeZone) : undefined
    })?.value
  } catch {
    // `checkFile` has reported the cause.
    return undefined
  }
}

function validFields(
  data: Record<string, unknown>,
  type: DocumentType,
  timeZone: string,
): Record<string, unknown> | undefined {
  const invalid = new Set<string | undefined>()
  const report = ([name]: string[]): Problem => {
    invalid.add(name)
    return { file: '', line: 1, column: 1, rule: 'front-matter', message: '' }
  }
  checkFrontMatter(data, type, { report, timeZone })
  if (invalid.has('macros')) return undefined
  const translation = translateFields(data, Object.keys(type.fields))
  const { fields, origins } = translation
  const valid = Object.entries(fields).filter(([name]) => !invalid.has(origins[name] ?? name))
  return { ...placeholders(type), ...Object.fromEntries(valid), ...extraFields(translation) }
}

function placeholders({ fields }: DocumentType): Record<string, unknown> {
  const required = Object.entries(fields).filter(([, { required }]) => required)
  return Object.fromEntries(required.map(([name]) => [name, name === 'date' ? '1970-01-01' : '?']))
}
