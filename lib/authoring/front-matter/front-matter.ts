import { readNumbering } from '../../markdown/numbering/numbering'
import { nearest } from '../../markdown/problems/nearest'
import type { Problem } from '../../markdown/problems/problem'
import { explainScheme } from '../../markdown/text/link-scheme'
import { listed, translate } from '../../site/messages/translate.mjs'
import { explainPermalink } from '../../site/permalinks'
import { hasLoneSurrogate } from './check-yaml'
import { readDate } from './date'
import type { DocumentType, Field, Fields } from './document-types'
import { isRecord } from './is-record'
import { translateFields } from './other-systems'

/** Create a problem at a field. @param path of the field, as the author wrote it */
export type Report = (path: string[], message: string, hint: string) => Problem

interface Options {
  report: Report
  timeZone: string
}

/**
 * Check front matter, which may have been written for another system. Unknown fields are no problem here, because the site
 * has one warning for each (`checkFieldNames`); in a file of data, which no other system has, they are.
 */
export function checkFrontMatter(
  data: Record<string, unknown>,
  { fields, contentType, name }: DocumentType,
  options: Options,
): Problem[] {
  if (contentType === 'data') return checkFields(data, fields, [], options)
  const { fields: translated, origins, unknown, hiding } = translateFields(data, Object.keys(fields))
  return [
    ...hiding.map((field) =>
      options.report(
        [field],
        name === 'Series'
          ? translate`Found ${field}: ${describeValue(data[field])}; a series cannot be hidden, only a post.`
          : translate`Found ${field}: ${describeValue(data[field])}; a page cannot be hidden, only a post.`,
        translate`Move the file out of content/ until it is ready, or remove the field.`,
      ),
    ),
    ...checkFields(translated, fields, [], { ...options, origins, unknown }),
  ]
}

/**
 * Check the values of fields, and report each problem with the path of the field.
 *
 * @param path of the mapping that contains the fields
 * @param options with the names that the author wrote, and those that no field has
 */
function checkFields(
  data: Record<string, unknown>,
  fields: Fields,
  path: string[],
  options: Options & { origins?: Readonly<Record<string, string>>; unknown?: readonly string[] },
): Problem[] {
  const { report, timeZone, origins = {}, unknown = [] } = options
  const problems = Object.keys(data)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) =>
      report(
        [...path, name],
        translate`Found the unknown field "${name}"; expected one of ${listed(Object.keys(fields))}.`,
        translate`Check the spelling, or remove it.`,
      ),
    )
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    const written = origins[name] ?? name
    const hint = translate`${[...path, name].join('.')}: ${field.description ?? field.type}.`
    if (value === undefined || value === null) {
      if (!field.required) continue
      const typo = unknown.find((other) => meantField(other, [name]))
      const message = translate`The field "${name}" is missing; expected ${expectation(field)}.`
      problems.push(
        typo
          ? report([typo], message, translate`Write ${name} instead of ${typo}.`)
          : report(path, message, hint),
      )
    } else if (field.of && 'fields' in field.of && isRecord(value))
      problems.push(...checkFields(value, field.of.fields, [...path, name], { report, timeZone }))
    else {
      const expected = mismatch(name, value, field, timeZone)
      if (expected)
        problems.push(
          report(
            [...path, written],
            translate`Found ${written}: ${describeValue(value)}; expected ${expected}.`,
            hint,
          ),
        )
    }
  }
  return problems
}

/** The field that an unknown name may be a misspelling of. The first letter is rarely wrong, and short words resemble many. */
export function meantField(name: string, fields: readonly string[]): string | undefined {
  return nearest(
    name,
    fields.filter((field) => field.charAt(0) === name.charAt(0).toLowerCase()),
  )
}

/** Describe the expected value; undefined if the value matches the field. */
function mismatch(name: string, value: unknown, field: Field, timeZone: string): string | undefined {
  if (!fits(value, field)) return expectation(field)
  if (hasLoneSurrogate(value)) return translate`text without lone surrogates, \\uD800 to \\uDFFF`
  if ((name === 'date' || name === 'updated') && !readDate(String(value), timeZone)) {
    return translate`a date that exists, 2010-12-26 or 2010-12-26 10:30`
  }
  if (name === 'slug' && !/^(?!\.{1,2}$)[^/?#\s\p{Cc}]+$/u.test(String(value)))
    return translate`a name without spaces, /, ? and #`
  if (name === 'part' && !(Number.isInteger(value) && Number(value) >= 0))
    return translate`a whole number from 0`
  if (name === 'numbering' && !readNumbering(value))
    return translate`continue, { start: 50 } or { by: section }`
  if (name === 'macros' && !isMacros(value))
    return translate`a mapping of commands to TeX: \\\\RR: \\\\mathbb{R}`
  if (name === 'aliases' && (value as string[]).some((alias) => !alias.startsWith('/')))
    return translate`paths that start with /`
  if (field.isLink) return explainScheme(String(value))
  if (name === 'permalink') return explainPermalink(String(value))
  if ((name === 'guid' || name === 'id') && String(value).trim() === '')
    return translate`text that is not empty`
  return undefined
}

function isMacros(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((body) => typeof body === 'string')
}

function fits(value: unknown, field: Field): boolean {
  switch (field.type) {
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
    case 'enum':
      return typeof value === 'string' && (field.options?.includes(value) ?? false)
    case 'json':
      return true
    case 'nested':
      return isRecord(value)
    default:
      return typeof value === field.type || (field.allowsNumber === true && typeof value === 'number')
  }
}

function expectation(field: Field): string {
  const names: Record<string, string> = {
    string: field.allowsNumber ? translate`text or a number` : translate`text`,
    number: translate`a number`,
    boolean: translate`true or false`,
    list: translate`a list of texts, [a, b]`,
    nested: translate`a mapping of fields`,
    enum: translate`one of ${listed(field.options ?? [])}`,
  }
  return names[field.type] ?? field.type
}

/** Describe a value: `12 (a number)`. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return translate`nothing`
  const kinds: Record<string, string> = { number: translate`a number`, boolean: translate`a boolean` }
  const kind = Array.isArray(value)
    ? translate`a list`
    : typeof value === 'object'
      ? translate`a mapping`
      : (kinds[typeof value] ?? translate`text`)
  return translate`${JSON.stringify(value)?.slice(0, 60)} (${kind})`
}
