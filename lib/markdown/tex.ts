import { environments } from './syntax/environments'

/** One line of a display, as amsmath numbers it. Offsets count from the start of the display's TeX. */
export interface Row {
  /** The TeX without `\label`, `\tag` and `\notag`. */
  tex: string
  labels: { name: string; offset: number }[]
  tags: { tex: string; starred: boolean; offset: number }[]
  /** `\notag` or `\nonumber` stands in it. */
  notag: boolean
}

/** A display taken apart. */
export interface Display {
  /** `align*`; empty for a formula that stands in dollars alone. */
  environment: string
  /** The argument of `alignat`. */
  columns?: string
  rows: Row[]
  /** Offset of a blank line, which ends the paragraph in TeX. */
  blankLine?: number
}

/** Environments whose every row has its number. */
const rowNumbered = new Set(['align', 'alignat', 'gather', 'eqnarray'])

/**
 * Take a display apart: environment, rows, and what each row says of its number. Rows are parted by `\\` outside
 * of all groups and inner environments. An environment inside dollars is that environment.
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
  const body = tex.slice(start, tex.lastIndexOf(end))
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

/** multline has one number, wherever its lines speak of it: it stands on the last. */
function joinNumbers(rows: readonly Row[]): Row[] {
  return rows.map(({ tex }, index) => {
    if (index < rows.length - 1) return { ...newRow(), tex }
    return {
      tex,
      labels: rows.flatMap(({ labels }) => labels),
      tags: rows.flatMap(({ tags }) => tags),
      notag: rows.some(({ notag }) => notag),
    }
  })
}

function readRows(body: string, start: number, split: boolean): Row[] {
  if (!split && !/\\(?:label|tag|notag|nonumber)/.test(body)) return [{ ...newRow(), tex: body }]
  const rows: Row[] = []
  let row = newRow()
  let groups = 0
  let inner = 0
  for (const { index, text } of readTokens(body)) {
    const argument = /^\\(label|tag\*?|begin|end)\s*\{([\s\S]*)\}$/.exec(text)
    if (text === '{') groups++
    else if (text === '}') groups--
    if (argument?.[1] === 'label') {
      row.labels.push({ name: argument[2]?.trim() ?? '', offset: start + index })
    } else if (argument?.[1]?.startsWith('tag')) {
      const starred = argument[1].endsWith('*')
      row.tags.push({ tex: argument[2] ?? '', starred, offset: start + index })
    } else if (text === '\\notag' || text === '\\nonumber') {
      row.notag = true
    } else if (split && groups === 0 && inner === 0 && text.startsWith('\\\\')) {
      rows.push({ ...row, tex: row.tex + text })
      row = newRow()
    } else {
      if (argument?.[1] === 'begin') inner++
      if (argument?.[1] === 'end') inner--
      row.tex += text
    }
  }
  const isEmpty = row.tex.trim() === '' && row.labels.length + row.tags.length === 0
  // A last `\\` opens no row.
  if (!isEmpty || rows.length === 0) rows.push(row)
  return rows
}

function newRow(): Row {
  return { tex: '', labels: [], tags: [], notag: false }
}

/** Pieces that matter to rows; everything between them, and every comment, is a piece too. */
function* readTokens(tex: string): Generator<{ index: number; text: string }> {
  let index = 0
  while (index < tex.length) {
    const text = nextToken(tex, index)
    yield { index, text }
    index += text.length
  }
}

const token = /\\\\\*?(?:[ \t]*\[[^\]]*\])?|\\(?:[a-zA-Z]+\*?|[\s\S])|%[^\n]*(?:\n|$)|[{}]|[^\\%{}]+/y

function nextToken(tex: string, index: number): string {
  token.lastIndex = index
  const text = token.exec(tex)?.[0] ?? tex.charAt(index)
  if (!/^\\(?:label|tag\*?|begin|end)$/.test(text)) return text
  return text + (readGroup(tex, index + text.length) ?? '')
}

/** A group with its braces, spaces before it included; undefined where none stands there or it does not end. */
export function readGroup(tex: string, index: number): string | undefined {
  const open = /\s*\{/y
  open.lastIndex = index
  if (!open.test(tex)) return undefined
  let depth = 1
  for (let end = open.lastIndex; end < tex.length; end++) {
    const character = tex.charAt(end)
    if (character === '\\') end++
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return tex.slice(index, end + 1)
  }
  return undefined
}

/** What KaTeX is given in place of a row's number: TeX that typesets it, or undefined for none. */
export type RowNumbers = readonly (string | undefined)[]

/**
 * Put a display together for KaTeX, with its numbers. KaTeX numbers nothing itself here: starred environments with
 * explicit tags. It has no `eqnarray` and no `multline`; the first is an alignment without the outer spaces,
 * the second rows one under the other, which the stylesheet moves apart.
 */
export function writeDisplay({ environment, columns, rows }: Display, numbers: RowNumbers): string {
  const tagged = rows.map(({ tex }, index) => withTag(tex, numbers[index]))
  const base = environment.replace('*', '')
  switch (base) {
    case '':
    case 'equation':
      return tagged.join('')
    case 'multline':
      return `\\begin{gather*}${tagged.join('')}\\end{gather*}`
    case 'eqnarray':
      return `\\begin{align*}${tagged.map(joinColumns).join('')}\\end{align*}`
    case 'alignat':
      return `\\begin{alignat*}{${columns ?? '1'}}${tagged.join('')}\\end{alignat*}`
    default:
      return `\\begin{${base}*}${tagged.join('')}\\end{${base}*}`
  }
}

/** A tag stands before the `\\` that ends its row. */
function withTag(tex: string, number: string | undefined): string {
  if (number === undefined) return tex
  const end = /\\\\\*?(?:[ \t]*\[[^\]]*\])?$/.exec(tex)?.[0] ?? ''
  const body = tex.slice(0, tex.length - end.length)
  // A comment would swallow the tag.
  const comment = /(?<!\\)%[^\n]*$/.test(body) ? '\n' : ''
  return `${body}${comment}\\tag*{${number}}${end}`
}

/** `a & = & b` of eqnarray as `a & {}={} b`. */
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

/** amsmath: is this row numbered where it says nothing itself? */
export function isNumbered({ environment, rows }: Display, index: number): boolean {
  if (environment === '' || environment.endsWith('*')) return false
  return environment === 'multline' ? index === rows.length - 1 : true
}
