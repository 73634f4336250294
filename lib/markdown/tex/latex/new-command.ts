import { translate } from '../../../site/messages/translate.mjs'
import {
  expandTo,
  type LatexMacros,
  type MacroContext,
  type MacroFunction,
  macroError,
  readOptional,
  readStar,
  type Token,
  textOf,
  tokensAt,
} from './macro'
import { latexLacks } from './undefined-in-latex'

type Rule = 'new' | 'renew' | 'provide'

/**
 * `\newcommand`, `\renewcommand`, `\providecommand` and `\DeclareMathOperator` as in LaTeX: with a star, and with a default
 * for the first argument. KaTeX has neither, and it refuses to define a command that only KaTeX has.
 *
 *     \newcommand*\foo[2][x]{#1#2}   \foo{a} → xa   \foo[b]{a} → ba
 */
export const newCommandMacros: LatexMacros = {
  '\\newcommand': defineCommand('new'),
  '\\renewcommand': defineCommand('renew'),
  '\\providecommand': defineCommand('provide'),
  '\\DeclareRobustCommand': defineCommand('provide'),
  '\\DeclareMathOperator': (context) => {
    const star = readStar(context)
    const name = readName(context)
    const body = context.consumeArg().tokens
    checkNew(context, name)
    const operator = tokensAt(name, '\\operatorname', star ? '*{' : '{').reverse()
    context.macros.set(name.text, { tokens: [...tokensAt(name, '}'), ...body, ...operator], numArgs: 0 })
    return ''
  },
}

function defineCommand(rule: Rule): MacroFunction {
  return (context) => {
    readStar(context)
    const name = readName(context)
    const count = readCount(context, name)
    const fallback = readOptional(context)
    const body = context.consumeArg().tokens
    const exists = isTaken(context, name.text)
    if (rule === 'new') checkNew(context, name)
    if (rule === 'renew') checkOld(context, name)
    if (rule === 'provide' && exists) return ''
    if (fallback === undefined || count === 0) context.macros.set(name.text, { tokens: body, numArgs: count })
    else defineWithDefault(context, name, count, fallback, body)
    return ''
  }
}

/** Read the name of the command to define, with or without braces. */
export function readName(context: MacroContext): Token {
  const place = context.future()
  const tokens = context.consumeArg().tokens.filter(({ text }) => text !== ' ')
  const [name] = tokens
  if (tokens.length !== 1 || !name?.text.startsWith('\\'))
    throw macroError(
      place,
      translate`found ${textOf(tokens) || translate`nothing`}; expected the name of a command.`,
      translate`Write the name with its backslash: \\newcommand{\\x}{…}.`,
    )
  return name
}

function readCount(context: MacroContext, name: Token): number {
  const tokens = readOptional(context)
  if (!tokens) return 0
  const text = textOf(tokens).trim()
  if (!/^[0-9]$/.test(text))
    throw macroError(
      name,
      translate`found [${text}]; expected the number of arguments of ${name.text}, 0 to 9.`,
      translate`Write \\newcommand{${name.text}}[1]{…}.`,
    )
  return Number(text)
}

/** Report a name that LaTeX or the article defines. A command of KaTeX, or of the site, may be defined anew. */
export function checkNew(context: MacroContext, name: Token): void {
  if (isTaken(context, name.text))
    throw macroError(
      name,
      translate`command ${name.text} is already defined.`,
      translate`Choose another name, or use \\renewcommand to change it.`,
    )
}

function checkOld(context: MacroContext, name: Token): void {
  if (name.text === '\\theequation')
    throw macroError(
      name,
      translate`the form of numbers cannot be changed by \\theequation.`,
      translate`Set the field numbering in the front matter: { start: 8 } or { by: section }.`,
    )
  if (!context.isDefined(name.text))
    throw macroError(
      name,
      translate`command ${name.text} is not defined.`,
      translate`Use \\newcommand to define it, or check the spelling.`,
    )
}

function isTaken(context: MacroContext, name: string): boolean {
  const { macros } = context
  const definition = macros.get(name)
  if (typeof definition === 'object') return true
  const isOfSite = typeof definition === 'string' && Object.hasOwn(macros.current, name)
  return !isOfSite && !latexLacks(name) && context.isDefined(name)
}

/** Define a command with an optional first argument, as LaTeX does: it calls a second command with that argument. */
function defineWithDefault(
  { macros }: MacroContext,
  name: Token,
  count: number,
  fallback: Token[],
  body: Token[],
): void {
  const [inner] = tokensAt(name, optionalName(name.text)) as [Token]
  const chooses = [
    ...tokensAt(name, '\\@ifnextchar', '[{'),
    inner,
    ...tokensAt(name, '}{'),
    inner,
    ...tokensAt(name, '[{'),
    ...[...fallback].reverse(),
    ...tokensAt(name, '}]}'),
  ]
  macros.set(name.text, expandTo(chooses) as object)
  const delimiters = [['['], [']'], ...Array.from({ length: count - 1 }, () => [])]
  macros.set(inner.text, { tokens: body, numArgs: count, delimiters })
}

/** A name that authors cannot type by accident, of letters and `@` only: `\foo` → `\foo@optional`. */
function optionalName(name: string): string {
  const letters = name.replace(/[^a-zA-Z@\\]|(?<=.)\\/g, (character) =>
    [...String(character.codePointAt(0))].map((digit) => 'abcdefghij'[Number(digit)]).join(''),
  )
  return `${letters}@optional`
}
