import { translate } from '../../../site/messages/translate.mjs'
import { builtInAt, type LatexMacros, macroError, pushGroup, textOf, tokensAt } from './macro'

/**
 * Text between the rows of an alignment, and the star after the end of a row, which KaTeX would print.
 *
 *     a&=b\\ \intertext{so} c&=d  →  a&=b\\ \htmlClass{intertext}{\mathrlap{\text{so}}}\\ c&=d
 *     \noalign{\hbox{so}}         →  \intertext{\hbox{so}}
 *     a\\*b                       →  a\\b
 *
 * `readDisplay` has ended the row before `\intertext`. The text has no width, so that columns keep theirs; the stylesheet
 * moves it to the left edge of the alignment.
 */
export const rowMacros: LatexMacros = {
  '\\intertext': (context) => {
    // KaTeX defines `\cr` in environments with rows only.
    if (context.macros.get('\\cr') === undefined)
      throw macroError(
        context.future(),
        translate`found \\intertext outside an environment with rows.`,
        translate`Use it in align or gather, at the start of a row; elsewhere, write \\text{…}.`,
      )
    return '\\htmlClass{intertext}{\\mathrlap{\\text{#1}}}\\\\\\relax'
  },
  '\\shortintertext': '\\intertext{#1}',
  // Plain TeX between rows: text, or space, which is ignored.
  '\\noalign': (context) => {
    const place = context.future()
    const { tokens } = context.consumeArg()
    if (!/\\(?:hbox|mbox|text)(?![a-zA-Z])/.test(textOf(tokens))) return ''
    pushGroup(context, place, tokens)
    return '\\intertext'
  },
  '\\\\': (context) => {
    const place = context.future()
    const isSpace = place.text === ' '
    if (isSpace) context.consumeSpaces()
    if (context.future().text === '*') context.popToken()
    else if (isSpace) context.pushTokens(tokensAt(place, ' '))
    return { tokens: [builtInAt(place, '\\\\')], numArgs: 0 }
  },
}
