import { existsSync, readFileSync } from 'node:fs'
import type { DocumentType } from 'contentlayer2/source-files'
import { isMap, LineCounter, parse, parseDocument, type Document as YamlDocument } from 'yaml'
import { site } from '../../site.config'
import { readNumbering } from '../markdown/numbering'
import { formatProblem, type Problem } from '../markdown/problem'
import { readDate } from './date'

/** Document types by the folder of `content/` they live in. */
export type DocumentTypes = Record<string, DocumentType>

type Def = ReturnType<DocumentType['def']>
type Fields = Record<string, Field>

interface Field {
  type: string
  required?: boolean
  description?: string
  options?: readonly string[]
  of?: { type: string; def?: () => { fields?: unknown } }
}

/** A build shows this many warnings, `npm run lint:content` all. */
const warningsShown = 20

/** Print problems with their source; end the process where one is more than a warning. */
export function stopOn(problems: readonly Problem[]): void {
  printProblems(problems)
  if (problems.some(({ severity }) => !severity)) process.exit(1)
}

export function printProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) console.error(describeProblems(problems, warningsShown))
}

/** Problems with their source, and how many there are; warnings up to a limit. */
export function describeProblems(problems: readonly Problem[], limit = Number.POSITIVE_INFINITY): string {
  const warnings = problems.filter(({ severity }) => severity)
  const errors = problems.filter(({ severity }) => !severity)
  const shown = [...errors, ...warnings.slice(0, limit)]
  const counts = [count(errors.length, 'problem'), count(warnings.length, 'warning')].filter(Boolean)
  const more = warnings.length > limit ? ' All of them: npm run lint:content.' : ''
  const sources = new Map([...new Set(shown.map(({ file }) => file))].map((file) => [file, read(file)]))
  return [
    ...shown.map((problem) => `\n${formatProblem(problem, sources.get(problem.file))}`),
    `\n${counts.join(', ') || 'Nothing to mend'} in content/.${more}\n`,
  ].join('\n')
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}

/**
 * Problems in the front matter of one file, by its document type in `contentlayer.config.ts`, which stays the only place
 * where fields are defined. contentlayer itself does not check a field's type, and names no line.
 */
export function checkFile(file: string, text: string, def: Def): Problem[] {
  const { yaml, firstLine } = readFrontMatter(file, text)
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const problem = (offset: number, message: string, hint: string): Problem => {
    const { line, col } = lines.linePos(offset)
    return { file, line: line + firstLine - 1, column: col, rule: 'front-matter', message, hint }
  }
  const [error] = document.errors
  if (error) {
    return [
      problem(
        error.pos[0],
        `The front matter is not YAML: ${error.message.split('\n')[0]}`,
        'Quote a value that holds a colon or starts with a special character: title: "A: B".',
      ),
    ]
  }
  const data: unknown = document.toJS()
  const start = { line: 1, column: 1 }
  if (!isRecord(data)) {
    return [
      {
        file,
        ...start,
        rule: 'front-matter',
        message: `Found ${inWords(data)}; expected front matter with ${def.name === 'Post' ? 'title and date' : 'title'}.`,
        hint: 'Start the file with ---, one "field: value" a line, and --- again. `npm run new "Title"` does it.',
      },
    ]
  }
  return checkFields(data, toFields(def.fields), [], (path, message, hint) =>
    problem(offsetOf(document, path), message, hint),
  )
}

type Report = (path: string[], message: string, hint: string) => Problem

function checkFields(
  data: Record<string, unknown>,
  fields: Fields,
  path: string[],
  report: Report,
): Problem[] {
  const problems: Problem[] = []
  for (const name of Object.keys(data)) {
    if (fields[name]) continue
    problems.push(
      report(
        [...path, name],
        `Found the unknown field "${name}"; expected one of ${Object.keys(fields).join(', ')}.`,
        'Check the spelling, or remove it.',
      ),
    )
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = data[name]
    const hint = `${[...path, name].join('.')}: ${field.description ?? field.type}.`
    if (value === undefined || value === null) {
      if (field.required)
        problems.push(report(path, `The field "${name}" is missing; expected ${expectation(field)}.`, hint))
      continue
    }
    if (field.type === 'nested' && isRecord(value)) {
      problems.push(...checkFields(value, toFields(field.of?.def?.().fields), [...path, name], report))
      continue
    }
    const message = mismatch(name, value, field)
    if (message)
      problems.push(report([...path, name], `Found ${name}: ${inWords(value)}; expected ${message}.`, hint))
  }
  return problems
}

/** What was expected, where the value does not fit the field. */
function mismatch(name: string, value: unknown, field: Field): string | undefined {
  if (!fits(value, field)) return expectation(field)
  if ((name === 'date' || name === 'updated') && !readDate(String(value), site.timeZone)) {
    return 'a date that exists, 2010-12-26 or 2010-12-26 10:30'
  }
  if (name === 'slug' && /[/?#\s]/.test(String(value))) return 'a name without spaces, /, ? and #'
  if (name === 'part' && !(Number.isInteger(value) && Number(value) >= 0)) return 'a whole number from 0'
  if (name === 'numbering' && !readNumbering(value)) return 'continue, { start: 50 } or { by: section }'
  if (name === 'macros' && !isMacros(value)) return 'a mapping of commands to TeX: \\\\RR: \\\\mathbb{R}'
  if (name === 'aliases' && (value as string[]).some((alias) => !alias.startsWith('/')))
    return 'paths that start with /'
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
      return field.options?.includes(String(value)) ?? false
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
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    list: 'a list of texts, [a, b]',
    nested: 'a mapping of fields',
    enum: `one of ${field.options?.join(', ')}`,
  }
  return names[field.type] ?? field.type
}

/** A value in words: `12 (a number)`. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  const kind = Array.isArray(value)
    ? 'a list'
    : typeof value === 'object'
      ? 'a mapping'
      : `a ${typeof value}`.replace('a string', 'text')
  return `${JSON.stringify(value)?.slice(0, 60)} (${kind})`
}

/** The fields of a file's front matter, where they are in order (`checkFile`). */
export function readFields(file: string, text: string): Record<string, unknown> {
  return parse(readFrontMatter(file, text).yaml) as Record<string, unknown>
}

function readFrontMatter(file: string, text: string): { yaml: string; firstLine: number } {
  if (/\.ya?ml$/.test(file)) return { yaml: text, firstLine: 1 }
  const match = /^\uFEFF?---\r?\n([\s\S]*?)^---\s*$/m.exec(text)
  return { yaml: match?.index === 0 ? (match[1] ?? '') : 'null', firstLine: 2 }
}

/** Offset of a field in the YAML; of its parent, or the start, where the field is not there. */
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

/** Place of a field in a content file: for problems that show only when documents are compared. */
export function placeOf(file: string, field: string): { line: number; column: number } {
  const { yaml, firstLine } = readFrontMatter(file, read(file) ?? '')
  const lines = new LineCounter()
  const { line, col } = lines.linePos(offsetOf(parseDocument(yaml, { lineCounter: lines }), [field]))
  return { line: line + firstLine - 1, column: col }
}

function toFields(fields: unknown): Fields {
  return (fields ?? {}) as Fields
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
