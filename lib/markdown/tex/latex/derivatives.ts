import {
  type LatexMacros,
  type MacroContext,
  type MacroFunction,
  pushGroup,
  readOptional,
  readStar,
  type Token,
  textOf,
} from './macro'

/**
 * Derivatives as in the package physics. A star, which asks for an inline fraction, makes no difference.
 *
 *     \dv{f}{x}  \dv[2]{f}{x}  \dv{x}        →  df/dx, d²f/dx², d/dx
 *     \pdv{f}{x}  \pdv[2]{f}{x}  \pdv{x}     →  the same with ∂
 *     \pdv{f}{x}{y}                          →  ∂²f/∂x∂y
 */
export const derivativeMacros: LatexMacros = {
  '\\dv': derivative('\\mathrm{d}', false),
  '\\pdv': derivative('\\partial', true),
}

function derivative(d: string, takesThree: boolean): MacroFunction {
  return (context) => {
    readStar(context)
    const order = readOptional(context)
    const power = order ? `^{${textOf(order).replaceAll('#', '')}}` : ''
    const count = countGroups(context, takesThree ? 3 : 2)
    if (count < 2) return `\\frac{${d}${power}}{${d}{#1}${power}}`
    if (count === 2) return `\\frac{${d}${power}{#1}}{${d}{#2}${power}}`
    return `\\frac{${d}^{2}{#1}}{${d}{#2}\\,${d}{#3}}`
  }
}

/** Count the groups that follow, which remain unread. */
function countGroups(context: MacroContext, most: number): number {
  const groups: { place: Token; tokens: Token[] }[] = []
  while (groups.length < most && context.future().text === '{') {
    const place = context.future()
    groups.push({ place, tokens: context.consumeArg().tokens })
  }
  for (const { place, tokens } of [...groups].reverse()) pushGroup(context, place, tokens)
  return groups.length
}
