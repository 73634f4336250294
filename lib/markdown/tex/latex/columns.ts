import { translate } from '../../../site/messages/translate.mjs'
import {
  builtInAt,
  expandTo,
  type LatexMacros,
  type MacroContext,
  macroError,
  readOptional,
  type Token,
  textOf,
  tokensAt,
} from './macro'

/** Environments with column specifications. */
const withColumns = new Set(['array', 'darray', 'subarray'])

/** Environments with an optional vertical position. KaTeX centres all of them. */
const withPosition = new Set(['array', 'darray', 'aligned', 'alignedat', 'gathered', 'multlined'])

/** Columns of one array, also after `*{n}{…}` is repeated. */
const mostColumns = 200

/**
 * Column specifications of LaTeX's array that KaTeX cannot read, and the position before them.
 *
 *     \begin{array}[t]{r@{}l}     →  \begin{array}{rl}
 *     \begin{array}{*{3}{c}}      →  \begin{array}{ccc}
 *     \begin{aligned}[t]          →  \begin{aligned}
 */
export const columnMacros: LatexMacros = {
  '\\begin': (context) => {
    const place = context.future()
    const nameTokens = context.consumeArg().tokens
    const name = textOf(nameTokens)
    const begin = [builtInAt(place, '\\begin'), ...tokensAt(place, '{'), ...[...nameTokens].reverse()]
    const tokens = [...begin, ...tokensAt(place, '}')]
    if (withPosition.has(name)) skipPosition(context)
    if (!withColumns.has(name)) return expandTo(tokens)
    context.consumeSpaces()
    if (context.future().text !== '{') return expandTo(tokens)
    const columnPlace = context.future()
    const columns = [...context.consumeArg().tokens].reverse()
    return expandTo([...tokens, ...tokensAt(columnPlace, `{${readColumns(columns)}}`)])
  },
}

/** Read `[t]`, `[c]` or `[b]`. Any other bracket belongs to the first row. */
function skipPosition(context: MacroContext): void {
  if (context.future().text !== '[') return
  const bracket = context.future()
  const tokens = readOptional(context) ?? []
  if (/^\s*[tcb]\s*$/.test(textOf(tokens))) return
  context.pushTokens([...tokensAt(bracket, ']'), ...tokens, bracket])
}

/** Rewrite a specification in KaTeX's letters: `l`, `c`, `r`, `|` and `:`. */
function readColumns(tokens: readonly Token[]): string {
  let columns = ''
  let index = 0
  const group = () => {
    const found = readGroupAt(tokens, index)
    index = found.end
    return found.tokens
  }
  while (index < tokens.length) {
    const token = tokens[index++] as Token
    if (token.text === '@' || token.text === '!') checkSpace(token, group())
    else if (token.text === '*') columns += repeat(token, textOf(group().reverse()), readColumns(group()))
    else if (Object.hasOwn(explained, token.text)) throw unsupported(token, tokens.slice(index - 1))
    else if (token.text.trim() !== '') columns += token.text
    if (columns.length > mostColumns)
      throw macroError(
        token,
        translate`found more than ${mostColumns} columns in one array.`,
        translate`Split the array.`,
      )
  }
  return columns
}

/** The group, or the one token, at an index after spaces, without its braces. */
function readGroupAt(tokens: readonly Token[], from: number): { tokens: Token[]; end: number } {
  let start = from
  while (tokens[start]?.text === ' ') start++
  if (tokens[start]?.text !== '{') return { tokens: tokens.slice(start, start + 1), end: start + 1 }
  let depth = 0
  for (let index = start; index < tokens.length; index++) {
    if (tokens[index]?.text === '{') depth++
    if (tokens[index]?.text === '}' && --depth === 0)
      return { tokens: tokens.slice(start + 1, index), end: index + 1 }
  }
  return { tokens: tokens.slice(start + 1), end: tokens.length }
}

const space =
  /^(?:\s|~|\\[,;:!> ]|\\q?quad(?![a-zA-Z])|\\(?:hspace\*?|hskip|kern|extracolsep|fill|hfill)(?![a-zA-Z])|-?[\d.]+(?:em|pt|ex|mu|cm|mm|in)?)*$/

/** Between columns only space can be left out. */
function checkSpace(token: Token, content: readonly Token[]): void {
  const text = content.map((each) => each.text).join('')
  if (space.test(text.replace(/[{}]/g, ''))) return
  throw macroError(
    token,
    translate`found ${token.text}{${text}} in the columns; only space is possible between columns.`,
    translate`Put ${text} into the cells.`,
  )
}

function repeat(token: Token, count: string, columns: string): string {
  const times = Number(count)
  if (!/^\s*\d+\s*$/.test(count) || times * columns.length > mostColumns)
    throw macroError(
      token,
      translate`found *{${count}}{${columns}}; expected *{n}{columns} with at most ${mostColumns} columns.`,
      translate`Write *{3}{c} for ccc.`,
    )
  return columns.repeat(times)
}

/** Column types that cannot be set, with what to write instead. */
const explained: Readonly<Record<string, string>> = {
  '>': translate`Put the command into each cell of the column.`,
  '<': translate`Put the command into each cell of the column.`,
  p: translate`Write l, and \\text{…} in the cells.`,
  m: translate`Write l, and \\text{…} in the cells.`,
  b: translate`Write l, and \\text{…} in the cells.`,
  w: translate`Write l, c or r.`,
  W: translate`Write l, c or r.`,
  S: translate`Write r.`,
  X: translate`Write l.`,
}

function unsupported(token: Token, rest: readonly Token[]): Error {
  const { tokens } = readGroupAt(rest, 1)
  const source = `${token.text}{${tokens.map(({ text }) => text).join('')}}`
  return macroError(
    token,
    translate`column specification ${source} is not supported.`,
    explained[token.text] ?? '',
  )
}
