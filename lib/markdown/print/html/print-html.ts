import type { ElementContent, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { formulaOf } from '../../text/count'
import { printFormula } from './print-formula'
import type { Target } from './target'

/** Serialise to HTML. The HTML of formulas and code is inserted unchanged. */
export function printHtml(children: (RootContent | ElementContent)[], target: Target): string {
  const finished = children.map((child) => withFinishedHtml(child, target))
  return toHtml({ type: 'root', children: finished } as Root, { allowDangerousHtml: true })
}

function withFinishedHtml<Node extends RootContent | ElementContent>(
  node: Node,
  target: Target,
): Node | { type: 'raw'; value: string } {
  if (node.type !== 'element') return node
  const formula = formulaOf(node)
  if (formula) return { type: 'raw', value: printFormula(formula, node, target) }
  const { highlighted } = node.data ?? {}
  const children = highlighted
    ? [{ type: 'raw', value: highlighted }]
    : node.children.map((child) => withFinishedHtml(child, target))
  return { ...node, children } as Node
}
