import { translate } from '../../../site/messages/translate.mjs'
import { builtIn, type LatexMacros, macroError, readOptional, textOf } from './macro'

/**
 * The optional argument of `\cfrac`, which aligns the numerator. The stylesheet aligns it.
 *
 *     \cfrac[l]{1}{2+x}  →  \htmlClass{numerator-left}{\cfrac{1}{2+x}}
 */
export const continuedFractionMacros: LatexMacros = {
  '\\cfrac': (context) => {
    const place = context.future()
    const tokens = readOptional(context)
    if (!tokens) return '\\lemma@cfrac'
    const side = textOf(tokens).trim()
    if (side === 'c') return '\\lemma@cfrac'
    if (side !== 'l' && side !== 'r')
      throw macroError(
        place,
        translate`found \\cfrac[${side}]; expected [l], [c] or [r].`,
        translate`[l] aligns the numerator on the left, [r] on the right.`,
      )
    return `\\htmlClass{numerator-${side === 'l' ? 'left' : 'right'}}{\\lemma@cfrac{#1}{#2}}`
  },
  '\\lemma@cfrac': builtIn('\\cfrac'),
}
