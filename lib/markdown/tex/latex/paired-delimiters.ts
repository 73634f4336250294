import { translate } from '../../../site/messages/translate.mjs'
import {
  type LatexMacros,
  type MacroContext,
  macroError,
  readOptional,
  type Token,
  textOf,
  tokensAt,
} from './macro'
import { checkNew, readName } from './new-command'

/**
 * `\DeclarePairedDelimiter` and `\DeclarePairedDelimiterX` of mathtools. The command that they define takes a star, or a size.
 *
 *     \DeclarePairedDelimiter\abs{\lvert}{\rvert}
 *     \abs{x}        →  \mathopen{\lvert}x\mathclose{\rvert}
 *     \abs[\big]{x}  →  \bigl\lvert x\bigr\rvert
 *     \abs*{x}       →  \left\lvert x\right\rvert
 *
 *     \DeclarePairedDelimiterX\inner[2]{\langle}{\rangle}{#1,#2}
 *     \inner*{x}{y}  →  \left\langle x,y\right\rangle
 */
export const pairedDelimiterMacros: LatexMacros = {
  '\\DeclarePairedDelimiter': (context) => {
    const name = readName(context)
    const [left, right] = [readForward(context), readForward(context)]
    define(context, { name, left, right, body: tokensAt(name, '#1'), count: 1 })
    return ''
  },
  '\\DeclarePairedDelimiterX': (context) => {
    const name = readName(context)
    const count = textOf(readOptional(context) ?? [])
    if (!/^[1-8]$/.test(count))
      throw macroError(
        name,
        translate`found \\DeclarePairedDelimiterX without the number of arguments of ${name.text}.`,
        translate`Write \\DeclarePairedDelimiterX${name.text}[1]{…}{…}{…}.`,
      )
    const [left, right, body] = [readForward(context), readForward(context), readForward(context)]
    define(context, { name, left, right, body, count: Number(count) })
    return ''
  },
  '\\lemma@left': sizeOf('l'),
  '\\lemma@right': sizeOf('r'),
  '\\lemma@middle': sizeOf('m'),
}

/** What a declaration says. Tokens are in the order of the source. */
interface Declaration {
  name: Token
  left: readonly Token[]
  right: readonly Token[]
  body: readonly Token[]
  count: number
}

function readForward(context: MacroContext): Token[] {
  return [...context.consumeArg().tokens].reverse()
}

/**
 * Define four commands: the one that authors use, which looks for a star and a size, and one for each form. The size is the
 * first argument of its form, so the numbers of the others are one higher there.
 */
function define(context: MacroContext, { name, left, right, body, count }: Declaration): void {
  checkNew(context, name)
  const base = name.text.replace(/[^a-zA-Z@\\]/g, '@')
  const forms = { star: `${base}@star`, sized: `${base}@sized`, plain: `${base}@plain` }
  const at = (...texts: string[]) => tokensAt(name, ...texts)
  const set = (command: string, tokens: Token[], numArgs: number, ...before: string[][]) => {
    const delimiters = [...before, ...Array.from({ length: count }, () => [])]
    const known = before.length > 0 ? { delimiters } : {}
    context.macros.set(command, { tokens: [...tokens].reverse(), numArgs, ...known })
  }
  const chooseSize = at('\\@ifnextchar', '[{', forms.sized, '}{', forms.plain, '}')
  set(name.text, [...at('\\@ifnextchar', '*{', forms.star, '}{'), ...chooseSize, ...at('}')], 0)

  const stretched = withSize(body, at('\\middle'))
  set(forms.star, [...at('\\left'), ...left, ...stretched, ...at('\\right'), ...right], count, ['*'])

  const open = [...at('\\mathopen', '{'), ...left, ...at('}')]
  const close = [...at('\\mathclose', '{'), ...right, ...at('}')]
  set(forms.plain, [...open, ...withSize(body, []), ...close], count)

  const larger = [...at('\\lemma@left', '{#1}'), ...left]
  const shifted = withSize(shiftArguments(body), at('\\lemma@middle', '{#1}'))
  const end = [...at('\\lemma@right', '{#1}'), ...right]
  set(forms.sized, [...larger, ...shifted, ...end], count + 1, ['['], [']'])
}

/** Replace `\delimsize`, which is the size of the delimiters. */
function withSize(tokens: readonly Token[], size: readonly Token[]): Token[] {
  return tokens.flatMap((token) => (token.text === '\\delimsize' ? size : [token]))
}

/** `#1,#2` → `#2,#3`. */
function shiftArguments(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) =>
    tokens[index - 1]?.text === '#' && /^[1-8]$/.test(token.text)
      ? (tokensAt(token, String(Number(token.text) + 1))[0] as Token)
      : token,
  )
}

/** A macro that turns a size into that of an opening, middle or closing delimiter: `{\big}` → `\bigl`. */
function sizeOf(side: 'l' | 'm' | 'r'): LatexMacros[string] {
  return (context) => {
    const place = context.future()
    const { tokens } = context.consumeArg()
    const size = textOf(tokens).trim()
    if (!/^\\(?:big|Big|bigg|Bigg)$/.test(size))
      throw macroError(
        tokens.at(-1) ?? place,
        translate`found the size [${size}]; expected [\\big], [\\Big], [\\bigg] or [\\Bigg].`,
        translate`A star instead of a size, as in \\abs*{x}, fits the delimiters to their content.`,
      )
    return { tokens: tokensAt(place, size + side), numArgs: 0 }
  }
}
