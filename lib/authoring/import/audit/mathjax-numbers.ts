import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js'
import { STATE } from '@mathjax/src/js/core/MathItem.js'
import type { MmlNode } from '@mathjax/src/js/core/MmlTree/MmlNode.js'
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js'
import { TeX } from '@mathjax/src/js/input/tex.js'
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js'
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js'
import '@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js'
import '@mathjax/src/js/input/tex/noundefined/NoUndefinedConfiguration.js'
import { mathjax } from '@mathjax/src/js/mathjax.js'
import type { ImportedFormula } from '../formulas/formula'
import type { MathDelimiters } from '../source'

RegisterHTMLHandler(liteAdaptor())

/** The numbers that MathJax gives to the displays of one page, in order. Formulas that it cannot read have none. */
export function numberByMathJax(
  formulas: readonly ImportedFormula[],
  numbering: MathDelimiters['numbering'],
): string[] {
  const tex = new TeX<unknown, unknown, unknown>({
    packages: ['base', 'ams', 'newcommand', 'noundefined'],
    tags: numbering,
  })
  const document = mathjax.document('', { InputJax: tex })
  return formulas.flatMap((formula) => {
    const node = document.convert(formula.tex, { display: formula.display, end: STATE.CONVERT }) as MmlNode
    return readLabels(node)
  })
}

function readLabels(node: MmlNode): string[] {
  if (!node.childNodes) return []
  const own = node.isKind('mlabeledtr') && node.childNodes[0] ? [textOf(node.childNodes[0] as MmlNode)] : []
  return [...own, ...node.childNodes.flatMap((child) => readLabels(child as MmlNode))]
}

function textOf(node: MmlNode): string {
  if (node.isKind('text')) return (node as unknown as { getText(): string }).getText()
  const text = (node.childNodes ?? []).map((child) => textOf(child as MmlNode)).join('')
  return text.replace(/^\((.*)\)$/, '$1')
}
