import type { Element, ElementContent } from 'hast'
import { LimitError } from '../problems/limit-error'
import { fail } from '../problems/problem'
import type { FormulaSource, Typeset, Typesetter } from './katex/formula'

/** Typeset the formula of an element. A formula that exceeds a limit ends the compilation, with the element's position. */
export function typesetAt(element: Element, source: FormulaSource, typeset: Typesetter): Typeset {
  try {
    return typeset(source)
  } catch (error) {
    if (!(error instanceof LimitError)) throw error
    fail(element, { rule: 'limit', message: error.message, hint: error.hint })
  }
}

export function isMath(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'code' && hasClass(node, 'language-math')
}

export function isMathDisplay(element: Element): boolean {
  return hasClass(element, 'math-display')
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes(name)
}
