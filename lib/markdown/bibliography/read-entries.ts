import { translate } from '../../site/messages/translate.mjs'
import type { Problem } from '../problems/problem'
import { type BibEntry, loadPlugins } from './citation-js'

/** A line of the file, from 1, and the column of a key or of a field. */
interface Place {
  line: number
  column: number
}

/** The entries of a `.bib` file, and the places of their keys. */
export interface BibFile {
  entries: BibEntry[]
  /** The start of the file for a key that does not start its line. */
  placeOf(label: string, field?: string): Place
  problems: Problem[]
}

/** Parse a `.bib` file. Its values stay as the author wrote them. */
export function readEntries(text: string, file: string): BibFile {
  const lines = text.split(/\r?\n/)
  const { places, problems } = findKeys(lines, file)
  const placeOf = (label: string, field?: string) => {
    const place = places.get(label) ?? { line: 1, column: 1 }
    return (field && findField(lines, place.line, field)) || place
  }
  try {
    const entries = text.trim() === '' ? [] : loadPlugins().input.data(text, '@biblatex/text')
    return { entries, placeOf, problems }
  } catch (error) {
    return { entries: [], placeOf, problems: [syntaxProblem(error, file)] }
  }
}

function syntaxProblem(error: unknown, file: string): Problem {
  const message = error instanceof Error ? error.message : String(error)
  const place = /at line (\d+) col (\d+)/.exec(message)
  return {
    file,
    line: Number(place?.[1] ?? 1),
    column: Number(place?.[2] ?? 1),
    rule: 'bibliography',
    message: translate`Found invalid BibTeX: ${message.split(/ at line|\n/)[0]}.`,
    hint: translate`Each entry is @type{key, field = {value}, …}. Count the braces and commas before this position.`,
  }
}

/** Find the keys of the entries, and those that are defined twice. */
function findKeys(
  lines: readonly string[],
  file: string,
): { places: Map<string, Place>; problems: Problem[] } {
  const places = new Map<string, Place>()
  const problems = lines.flatMap((content, index) => {
    const key = /^\s*@(?!comment|string|preamble)\w+\s*[{(]\s*([^,\s]+)/i.exec(content)?.[1]
    if (!key) return []
    const place = { line: index + 1, column: content.indexOf(key) + 1 }
    const first = places.get(key)
    if (!first) {
      places.set(key, place)
      return []
    }
    return {
      file,
      ...place,
      rule: 'bibliography',
      message: translate`Found the key "${key}" again; line ${first.line} already defines it.`,
      hint: translate`Give each work a different key.`,
    }
  })
  return { places, problems }
}

/** Find a field of the entry that starts at a line. */
function findField(lines: readonly string[], entryLine: number, field: string): Place | undefined {
  for (let line = entryLine; line <= lines.length; line++) {
    const content = lines[line - 1] ?? ''
    if (line > entryLine && /^\s*@\w+\s*[{(]/.test(content)) return undefined
    const column = findName(content, field)
    if (column !== undefined) return { line, column }
  }
  return undefined
}

function findName(content: string, field: string): number | undefined {
  const name = field.replace(/\W/g, '\\$&')
  const found = new RegExp(`(?:^|[{,\\s])${name}\\s*=`, 'i').exec(content)
  return found ? content.toLowerCase().indexOf(field, found.index) + 1 : undefined
}
