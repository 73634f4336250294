import { translate } from '../../site/messages/translate.mjs'
import type { Problem } from '../problems/problem'
import { forbiddenScheme } from '../text/link-scheme'
import { type BibEntry, type CslItem, type CslName, loadPlugins } from './citation-js'
import { normaliseEntry, plainField } from './normalise-entry'
import type { BibFile } from './read-entries'
import { hideFormulas } from './title-formulas'

/** Fields with addresses, in which a dollar is a dollar. */
const verbatimFields = new Set(['url', 'doi', 'file', 'eprint', 'howpublished'])

/** Types whose number citation-js does not read. */
const numberedTypes = new Set(['standard', 'report', 'techreport', 'patent', 'manual', 'dataset', 'software'])

/** A work as CSL-JSON, with hidden formulas, and its entry in the file. */
export interface Work {
  item: CslItem
  entry: BibEntry
}

/** Convert entries to CSL-JSON, with hidden formulas (`title-formulas.ts`). An entry with an invalid value is left out. */
export function toCsl({ entries, placeOf }: BibFile, file: string): { works: Work[]; problems: Problem[] } {
  const normalised = entries.map((entry) => normaliseEntry(withHiddenFormulas(entry)))
  try {
    return { works: convert(normalised), problems: [] }
  } catch {
    const valid = normalised.filter((entry) => errorOf(entry) === undefined)
    const problems = normalised.flatMap((entry): Problem[] => {
      const error = errorOf(entry)
      if (!error) return []
      return [
        {
          file,
          ...placeOf(entry.label, error.field),
          rule: 'bibliography',
          message: translate`Found a value that is not TeX in ${error.field} of "${entry.label}": ${error.reason}.`,
          hint: translate`Close each brace and each $; write \\$ for a dollar sign.`,
        },
      ]
    })
    return { works: convert(valid), problems }
  }
}

function convert(entries: readonly BibEntry[]): Work[] {
  // Loading citation-js takes time that a site without works does not need.
  if (entries.length === 0) return []
  const options = { forceType: '@biblatex/entries+list', generateGraph: false }
  const items = loadPlugins().input.chain(entries, options)
  return items.map((item, index) => {
    const entry = entries[index] as BibEntry
    return { item: complete(item, entry), entry }
  })
}

/** The first field that citation-js cannot read. */
function errorOf({ properties, ...entry }: BibEntry): { field: string; reason: string } | undefined {
  for (const [field, value] of Object.entries(properties)) {
    try {
      convert([{ ...entry, properties: { [field]: value } }])
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return { field, reason: message.split(/ at line|\n/)[0] ?? '' }
    }
  }
  return undefined
}

function withHiddenFormulas(entry: BibEntry): BibEntry {
  const properties = Object.entries(entry.properties).map(([name, value]) => [
    name,
    typeof value === 'string' && !verbatimFields.has(name) ? hideFormulas(value) : value,
  ])
  return { ...entry, properties: Object.fromEntries(properties) }
}

/** Add what citation-js leaves out, and correct what it reads otherwise than BibTeX. */
function complete(item: CslItem, { type, properties }: BibEntry): CslItem {
  const result: CslItem = { ...item }
  for (const name of ['URL', 'DOI'] as const)
    if (forbiddenScheme(String(result[name] ?? '')) !== undefined) delete result[name]
  for (const name of ['author', 'editor', 'translator'] as const) {
    const names = result[name]
    if (names) result[name] = names.map(withLiteral(String(properties[name] ?? '')))
  }
  // An open range, `2001/..`, has no end.
  for (const name of ['issued', 'accessed'] as const) {
    const parts = result[name]?.['date-parts']
    if (parts) result[name] = { 'date-parts': parts.filter(Boolean) }
  }
  // A name that contains "and" is split in two.
  if (Array.isArray(item.publisher)) result.publisher = item.publisher.join(' and ')
  if (Array.isArray(item['publisher-place']))
    result['publisher-place'] = item['publisher-place'].join(' and ')
  if (numberedTypes.has(type) && properties.number !== undefined && item.number === undefined)
    result.number = plainField(properties.number)
  if (properties.entrysubtype === 'newspaper') result.type = 'article-newspaper'
  if (type === 'map') result.type = 'map'
  return result
}

/** Mark the names of organisations, which are in braces, and the end of a shortened list: `and others`. */
function withLiteral(list: string): (name: CslName, index: number) => CslName {
  const written = splitNames(list)
  return (name, index) => {
    const raw = written[index] ?? ''
    // In Chinese and Japanese the family name is the first without a comma too: 田中 一郎.
    if (isEastAsian(name) && !raw.includes(',')) return { family: name.given, given: name.family }
    if (name.given !== undefined || name.family === undefined) return name
    if (name.family === 'others') return { literal: 'et al' }
    return isBraced(raw) ? { literal: name.family } : name
  }
}

function isEastAsian(name: CslName): name is { given: string; family: string } {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(`${name.given}${name.family}`)
}

/** Is the whole name in one pair of braces? `{\"U}nal` is not. */
function isBraced(name: string): boolean {
  let depth = 0
  for (const [index, character] of [...name].entries()) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0
    if (depth === 0) return index > 0 && index === [...name].length - 1
  }
  return false
}

/** Split a list of names at each "and" outside braces. */
function splitNames(list: string): string[] {
  let depth = 0
  const names: string[] = ['']
  for (const word of list.trim().split(/\s+/)) {
    if (depth === 0 && word.toLowerCase() === 'and') names.push('')
    else names.push(`${names.pop()} ${word}`.trim())
    depth += word.split('{').length - word.split('}').length
  }
  return names
}
