import { environments } from '../syntax/environments'
import { readTokens } from './tokens'

/** A row of a display, in the sense of amsmath's numbering. Offsets start at the start of the display's TeX. */
export interface Row {
  /** The TeX without `\label`, `\tag` and `\notag`. */
  tex: string
  labels: { name: string; offset: number }[]
  tags: Tag[]
  /** False for `\notag` and `\nonumber`, true for `\numberthis`; undefined for the rule of the environment. */
  numbered?: boolean
}

/** A `\tag{…}`, or `\tag*{…}` if it is starred. */
export interface Tag {
  tex: string
  starred: boolean
  offset: number
}

/** A parsed display. */
export interface Display {
  /** For example `align*`; empty for a formula without one. */
  environment: string
  /** The argument of `alignat`. */
  columns?: string
  rows: Row[]
  /** Offset of a blank line, which TeX does not allow. */
  blankLine?: number
}

/** Environments in which each row has a number. */
const rowNumbered = new Set(['align', 'alignat', 'flalign', 'gather', 'eqnarray'])

/**
 * Parse a display: its environment, its rows, and the labels and tags of each row. Rows end at `\\` outside of groups and
 * inner environments. Dollars around an environment make no difference.
 */
export function readDisplay(tex: string): Display {
  const outer = /^\s*\\begin\{([a-zA-Z]+\*?)\}/.exec(tex)
  const name = outer?.[1] ?? ''
  const end = `\\end{${name}}`
  const isOuter = environments.has(name) && name !== 'CD' && tex.trimEnd().endsWith(end)
  if (!outer || !isOuter) return { environment: '', rows: readRows(tex, 0, false) }
  const columns = name.startsWith('alignat')
    ? /^\s*\{\s*(\d+)\s*\}/.exec(tex.slice(outer[0].length))
    : undefined
  const start = outer[0].length + (columns?.[0].length ?? 0)
  const inside = tex.slice(start, tex.lastIndexOf(end))
  const body = name.startsWith('eqnarray') ? joinRowSpace(inside) : inside
  const blankLine = /\n[ \t]*\n/.exec(body)
  const base = name.replace('*', '')
  const rows = readRows(body, start, rowNumbered.has(base) || base === 'multline')
  return {
    environment: name,
    ...(columns?.[1] && { columns: columns[1] }),
    rows: base === 'multline' ? joinNumbers(rows) : rows,
    ...(blankLine && { blankLine: start + blankLine.index + 1 }),
  }
}

/** LaTeX's eqnarray allows spaces before the `[` after `\\`, amsmath does not. The spaces move, so that offsets do not change. */
function joinRowSpace(body: string): string {
  return body.replace(/(\\\\\*?)([ \t]+)(\[[^\]]*\])/g, '$1$3$2')
}

/** multline has one number, on its last row. Labels and tags may be on any row. */
function joinNumbers(rows: readonly Row[]): Row[] {
  return rows.map(({ tex }, index) => {
    if (index < rows.length - 1) return { ...newRow(), tex }
    return {
      tex,
      labels: rows.flatMap(({ labels }) => labels),
      tags: rows.flatMap(({ tags }) => tags),
      ...(rows.some(({ numbered }) => numbered === false) && { numbered: false }),
    }
  })
}

const rowCommands = /\\(?:label|tag|notag|nonumber|numberthis|l?eqno(?![a-zA-Z]))/

function readRows(body: string, start: number, split: boolean): Row[] {
  if (!split && !rowCommands.test(body)) return [{ ...newRow(), tex: body }]
  const reader: RowReader = { rows: [], row: newRow(), groups: 0, inner: 0, split }
  for (const { index, text } of readTokens(body)) {
    const command = /^\\l?eqno(?![a-zA-Z])/.exec(text)?.[0]
    if (command) {
      readPlainNumber(reader.row, body.slice(index + command.length), start + index)
      break
    }
    readRowToken(reader, text, start + index)
  }
  const { rows, row } = reader
  // A `\\` at the end starts no new row.
  if (!isBlank(row) || rows.length === 0) rows.push(row)
  return rows
}

/** The rows that have been read, and the position in groups and environments. */
interface RowReader {
  rows: Row[]
  row: Row
  groups: number
  inner: number
  /** Rows end at `\\`. */
  split: boolean
}

function readRowToken(reader: RowReader, text: string, offset: number): void {
  const { row } = reader
  const argument = /^\\(label|tag\*?|begin|end)\s*(?:\{([\s\S]*)\}|([\s\S]+))$/.exec(text)
  const value = argument?.[2] ?? argument?.[3] ?? ''
  if (text === '{') reader.groups++
  else if (text === '}') reader.groups--
  const isOuter = reader.split && reader.groups === 0 && reader.inner === 0
  if (argument?.[1] === 'label') {
    row.labels.push({ name: value.trim(), offset })
  } else if (argument?.[1]?.startsWith('tag')) {
    row.tags.push({ tex: value, starred: argument[1].endsWith('*'), offset })
  } else if (text === '\\notag' || text === '\\nonumber') {
    row.numbered = false
  } else if (text === '\\numberthis') {
    row.numbered = true
  } else if (isOuter && text.startsWith('\\\\')) {
    endRow(reader, text)
  } else {
    if (argument?.[1] === 'begin') reader.inner++
    if (argument?.[1] === 'end') reader.inner--
    // `\intertext` ends the row before it.
    if (isOuter && /^\\(?:short)?intertext/.test(text) && !isBlank(row)) endRow(reader, '\\\\')
    reader.row.tex += text
  }
}

function endRow(reader: RowReader, end: string): void {
  reader.rows.push({ ...reader.row, tex: reader.row.tex + end })
  reader.row = newRow()
}

function isBlank({ tex, labels, tags }: Row): boolean {
  return tex.trim() === '' && labels.length + tags.length === 0
}

/** Read the number after plain TeX's `\eqno`, which is all that follows: `\eqno(1)` → `\tag{1}`, `\eqno*` → `\tag*{$*$}`. */
function readPlainNumber(row: Row, rest: string, offset: number): void {
  const number = rest.replace(/\\label\s*\{([^{}]*)\}/g, (whole, name: string, index: number) => {
    row.labels.push({ name: name.trim(), offset: offset + rest.indexOf(whole, index) })
    return ''
  })
  const inParentheses = /^\s*\(([^()]*)\)\s*$/.exec(number)?.[1]
  const tex = (inParentheses ?? number).trim()
  const isText = /^[\p{L}\p{N}().,\s]*$/u.test(tex)
  row.tags.push({ tex: isText ? tex : `$${tex}$`, starred: inParentheses === undefined, offset })
}

function newRow(): Row {
  return { tex: '', labels: [], tags: [] }
}

/** TeX for the number of each row; undefined for rows without one. */
export type RowNumbers = readonly (string | undefined)[]

/**
 * Write a display for KaTeX, with its numbers as tags of a starred environment, because KaTeX must not number anything
 * itself. KaTeX lacks `eqnarray`, which becomes an `align*` without the wide spaces around the relation, `flalign`, which
 * becomes an `align*` too, and `multline`, which becomes a `gather*` whose rows the stylesheet aligns. As in amsmath, each of
 * these rows begins with an empty atom, so that a sign at its start is a binary operator.
 */
export function writeDisplay({ environment, columns, rows }: Display, numbers: RowNumbers): string {
  const tagged = rows.map(({ tex }, index) => withTag(tex, numbers[index]))
  const base = environment.replace('*', '')
  switch (base) {
    case '':
    case 'equation':
      return tagged.join('')
    case 'multline':
      return `\\begin{gather*}${tagged.map((row) => `{}${row}`).join('')}\\end{gather*}`
    case 'eqnarray':
      return `\\begin{align*}${tagged.map(joinColumns).join('')}\\end{align*}`
    case 'flalign':
      return `\\begin{align*}${tagged.join('')}\\end{align*}`
    case 'alignat':
      return `\\begin{alignat*}{${columns ?? '1'}}${tagged.join('')}\\end{alignat*}`
    default:
      return `\\begin{${base}*}${tagged.join('')}\\end{${base}*}`
  }
}

/** Write a row with its tag before the `\\` at its end. */
function withTag(tex: string, number: string | undefined): string {
  if (number === undefined) return tex
  const end = /\\\\\*?(?:\[[^\]]*\])?$/.exec(tex)?.[0] ?? ''
  const body = tex.slice(0, tex.length - end.length)
  // A tag on the line of a comment would be part of it.
  const comment = /(?<!\\)%[^\n]*$/.test(body) ? '\n' : ''
  return `${body}${comment}\\tag*{${number}}${end}`
}

/** Rewrite `a & = & b` of eqnarray as `a & {}={} b`. */
function joinColumns(tex: string): string {
  const cells: string[] = ['']
  let groups = 0
  let inner = 0
  for (const { text } of readTokens(tex)) {
    if (text === '{') groups++
    if (text === '}') groups--
    if (text.startsWith('\\begin')) inner++
    if (text.startsWith('\\end{')) inner--
    if (groups > 0 || inner > 0 || text.startsWith('%') || !text.includes('&')) {
      cells[cells.length - 1] += text
      continue
    }
    const [first = '', ...others] = text.split('&')
    cells[cells.length - 1] += first
    cells.push(...others)
  }
  const [left = '', relation, ...right] = cells
  if (relation === undefined) return left
  return `${left}&{}${relation}{}${right.join('')}`
}

/** Is this row numbered by default, by the rules of amsmath? */
export function isNumbered({ environment, rows }: Display, index: number): boolean {
  if (environment === '' || environment.endsWith('*')) return false
  return environment === 'multline' ? index === rows.length - 1 : true
}
