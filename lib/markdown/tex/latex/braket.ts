import { translate } from '../../../site/messages/translate.mjs'
import { type LatexMacros, macroError, pushGroup } from './macro'

/**
 * `\braket` takes one argument, as in the package braket: `\braket{a|b}`. The package physics has a command of this name with
 * two arguments, of which KaTeX would silently put the second after the brackets.
 */
export const braketMacros: LatexMacros = {
  '\\braket': (context) => {
    const place = context.future()
    const { tokens } = context.consumeArg()
    if (context.future().text === '{')
      throw macroError(
        place,
        translate`found \\braket with two groups; it takes one argument, as in the package braket.`,
        translate`Write \\braket{a|b} instead of \\braket{a}{b}.`,
      )
    pushGroup(context, place, tokens)
    return '\\lemma@braket'
  },
  '\\lemma@braket': '\\mathinner{\\langle{#1}\\rangle}',
}
