import { translate } from '../../../site/messages/translate.mjs'
import { tooDeep } from '../../problems/check-text'
import { LimitError } from '../../problems/limit-error'
import { chemistryLength, formulaDepth, formulaLength } from '../../problems/limits'
import { readGroup } from '../tokens'

/**
 * Check the limits of a formula before it is typeset.
 *
 * @returns its nesting depth
 * @throws LimitError
 */
export function checkFormula(tex: string): number {
  if (tex.length > formulaLength)
    throw new LimitError(
      translate`Found a formula of ${tex.length} characters; expected at most ${formulaLength}.`,
      translate`Split the formula.`,
    )
  const depth = depthOf(tex)
  if (depth > formulaDepth) {
    const { message, hint } = tooDeep(translate`a formula of ${depth} levels`, formulaDepth)
    throw new LimitError(message, hint)
  }
  for (const { index, 0: command } of tex.matchAll(/\\(?:ce|pu)(?![a-zA-Z])/g)) {
    const length = readGroup(tex, index + command.length)?.length ?? 0
    if (length > chemistryLength)
      throw new LimitError(
        translate`Found ${command} with ${length} characters; expected at most ${chemistryLength}.`,
        translate`Use a separate ${command} for each equation or quantity.`,
      )
  }
  return depth
}

/** Levels of groups, environments and `\left…\right`. */
function depthOf(tex: string): number {
  let depth = 0
  let deepest = 0
  for (const [token] of tex.matchAll(/\\(?:left|right|begin|end)(?![a-zA-Z])|\\[\s\S]|[{}]/g)) {
    if (token === '{' || token === '\\left' || token === '\\begin') deepest = Math.max(deepest, ++depth)
    else if (token === '}' || token === '\\right' || token === '\\end') depth--
  }
  return deepest
}
