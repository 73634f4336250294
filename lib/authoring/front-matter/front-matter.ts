import { existsSync, readFileSync } from 'node:fs'
import { isMap, LineCounter, parse, parseDocument, type Document as YamlDocument } from 'yaml'
import { readNumbering } from '../../markdown/numbering/numbering'
import { frontMatterTime } from '../../markdown/problems/limits'
import { formatProblem, type Problem } from '../../markdown/problems/problem'
import { runWithin } from '../../markdown/problems/run-within'
import { listed, translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { checkYaml, findReference, hasLoneSurrogate } from './check-yaml'
import { readDate } from './date'
import type { DocumentType, Field, Fields } from './document-types'
import { explainYaml, findBrokenField } from './explain-yaml'
import { findMissingFence, readFrontMatter } from './fence'

/** Maximum number of warnings that a build prints. `npm run lint:content` prints all. */
const maxWarnings = 20

/** Print all errors and the first warnings, with their source. */
export function printProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) console.error(describeProblems(problems, maxWarnings))
}

/** Format problems with their source, and their number. The limit applies to warnings. */
export function describeProblems(problems: readonly Problem[], limit = Number.POSITIVE_INFINITY): string {
  const warnings = problems.filter(({ severity }) => severity)
  const errors = problems.filter(({ severity }) => !severity)
  const shown = [...errors, ...warnings.slice(0, limit)]
  const counts = [
    ...(errors.length > 0 ? [plural(errors.length, 'problem')] : []),
    ...(warnings.length > 0 ? [plural(warnings.length, 'warning')] : []),
  ]
  const summary =
    counts.length > 0 ? translate`${listed(counts)} in content/.` : translate`No problems in content/.`
  const more = warnings.length > limit ? translate`All of them: npm run lint:content.` : ''
  const sources = new Map([...new Set(shown.map(({ file }) => file))].map((file) => [file, read(file)]))
  return [
    ...shown.map((problem) => `\n${formatProblem(problem, sources.get(problem.file))}`),
    `\n${more === '' ? summary : translate`${summary} ${more}`}\n`,
  ].join('\n')
}

/**
 * Check the front matter of one file against its type in `document-types.ts`. contentlayer itself does not check the types of
 * fields, and reports no lines.
 */
export function checkFile(file: string, text: string, type: DocumentType, timeZone: string): Problem[] {
  const missing = findMissingFence(file, text, type)
  if (missing) return [missing]
  const { yaml, firstLine } = readFrontMatter(file, text)
  const broken = (message: string, hint: string, line = 1): Problem[] => [
    { file, line: line + firstLine - 1, column: 1, rule: 'front-matter', message, hint },
  ]
  const excess = checkYaml(yaml)
  if (excess) return broken(excess.message, excess.hint, excess.line)
  try {
    const found = runWithin(frontMatterTime, () => checkYamlFields(file, yaml, firstLine, type, timeZone))
    if (found) return found.value
    return broken(
      translate`Reading the front matter took longer than ${frontMatterTime / 1000} s and was stopped.`,
      translate`Front matter consists of a few one-line fields: remove everything else.`,
    )
  } catch (error) {
    return broken(
      translate`The front matter cannot be read as YAML: ${error instanceof Error ? error.message : error}.`,
      translate`Quote values that start with a special character: title: "*Nature*".`,
    )
  }
}

function checkYamlFields(
  file: string,
  yaml: string,
  firstLine: number,
  type: DocumentType,
  timeZone: string,
): Problem[] {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const problem = (offset: number, message: string, hint: string): Problem => {
    const { line, col } = lines.linePos(offset)
    const place = { line: Math.max(1, line + firstLine - 1), column: Math.max(1, col) }
    return { file, ...place, rule: 'front-matter', message, hint }
  }
  const isData = type.contentType === 'data'
  const subject = isData ? translate`The file` : translate`The front matter`
  const [error] = [...document.errors, ...document.warnings]
  const mistake = error
    ? explainYaml(yaml, document, error, type.fields)
    : isMap(document.contents)
      ? undefined
      : findBrokenField(yaml, type.fields)
  if (mistake)
    return [problem(mistake.offset, translate`${subject} is not YAML: ${mistake.cause}.`, mistake.hint)]
  const reference = findReference(document)
  if (reference)
    return [problem(reference.offset, reference.message, translate`Quote the value: title: "*Nature*".`)]
  const data: unknown = document.toJS()
  const start = { line: 1, column: 1 }
  if (!isRecord(data)) {
    return [
      {
        file,
        ...start,
        rule: 'front-matter',
        message: isData
          ? translate`Found ${describeValue(data)}; expected the field ${requiredFields(type)}.`
          : translate`Found ${describeValue(data)}; expected front matter with ${requiredFields(type)}.`,
        hint: isData
          ? translate`Write one "field: value" per line: name: Ada Lovelace.`
          : translate`Start the file with ---, then one "field: value" per line, then ---. \`npm run new "Title"\` creates such a file.`,
      },
    ]
  }
  const report: Report = (path, message, hint) => problem(offsetOf(document, path), message, hint)
  return checkFields(data, type.fields, [], { report, timeZone })
}

function requiredFields({ fields }: DocumentType): string {
  const names = Object.keys(fields).filter((name) => fields[name]?.required)
  return names.join(translate` and `)
}

type Report = (path: string[], message: string, hint: string) => Problem

/** Check the values of fields, and report each problem with the path of the field. */
export function checkFields(
  data: Record<string, unknown>,
  fields: Fields,
  path: string[],
  { report, timeZone }: { report: Report; timeZone: string },
): Problem[] {
  const problems: Problem[] = []
  for (const name of Object.keys(data)) {
    if (Object.hasOwn(fields, name)) continue
    problems.push(
      report(
        [...path, name],
        translate`Found the unknown field "${name}"; expected one of ${listed(Object.keys(fields))}.`,
        translate`Check the spelling, or remove it.`,
      ),
    )
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    const hint = translate`${[...path, name].join('.')}: ${field.description ?? field.type}.`
    if (value === undefined || value === null) {
      if (field.required)
        problems.push(
          report(path, translate`The field "${name}" is missing; expected ${expectation(field)}.`, hint),
        )
      continue
    }
    if (field.of && 'fields' in field.of && isRecord(value)) {
      problems.push(...checkFields(value, field.of.fields, [...path, name], { report, timeZone }))
      continue
    }
    const message = mismatch(name, value, field, timeZone)
    if (message)
      problems.push(
        report(
          [...path, name],
          translate`Found ${name}: ${describeValue(value)}; expected ${message}.`,
          hint,
        ),
      )
  }
  return problems
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
      return typeof value === field.type
  }
}

function expectation(field: Field): string {
  const names: Record<string, string> = {
    string: translate`text`,
    number: translate`a number`,
    boolean: translate`true or false`,
    list: translate`a list of texts, [a, b]`,
    nested: translate`a mapping of fields`,
    enum: translate`one of ${listed(field.options ?? [])}`,
  }
  return names[field.type] ?? field.type
}

/** Describe a value: `12 (a number)`. */
function describeValue(value: unknown): string {
  if (value === null || value === undefined) return translate`nothing`
  return translate`${JSON.stringify(value)?.slice(0, 60)} (${describeKind(value)})`
}

function describeKind(value: unknown): string {
  if (Array.isArray(value)) return translate`a list`
  if (typeof value === 'object') return translate`a mapping`
  if (typeof value === 'number') return translate`a number`
  return typeof value === 'boolean' ? translate`a boolean` : translate`text`
}

/** Read the fields of valid front matter (`checkFile`). */
export function readFields(file: string, text: string): Record<string, unknown> {
  return parse(readFrontMatter(file, text).yaml) as Record<string, unknown>
}

/** Offset of a field in the YAML; if it does not exist, of its parent or of the start. */
function offsetOf(document: YamlDocument.Parsed, path: string[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const name of path) {
    if (!isMap(node)) break
    const pair = node.items.find(({ key }) => String(key) === name)
    const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range
    if (!pair || !range) break
    offset = range[0]
    node = pair.value
  }
  return offset
}

/** Position of a field in a file, for problems between documents. */
export function placeOf(file: string, field: string): { line: number; column: number } {
  try {
    const { yaml, firstLine } = readFrontMatter(file, read(file) ?? '')
    const lines = new LineCounter()
    const { line, col } = lines.linePos(offsetOf(parseDocument(yaml, { lineCounter: lines }), [field]))
    return { line: Math.max(1, line + firstLine - 1), column: Math.max(1, col) }
  } catch {
    // The file was changed or deleted after it was read.
    return { line: 1, column: 1 }
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
