import type { Element } from 'hast'
import type { Messages } from '../../site/i18n'
import { isNumberedKind } from '../../site/label-kinds'
import { type ArticleNumbers, addNumbered } from './article-numbers'
import { addStatementHead } from './statement-head'

/**
 * Number a theorem, figure or table, record its label, and write its name and number into it.
 * @param kind a key of `names`
 */
export function numberStatement(
  numbers: ArticleNumbers,
  element: Element,
  kind: string,
  names: Messages['statements'],
): void {
  const label = takeLabel(numbers, element)
  const name = names[kind as keyof Messages['statements']]
  if (!isNumberedKind(kind)) {
    addStatementHead(element, kind, name)
    return
  }
  const number = numbers.statements.next(kind)
  const anchor = numbers.anchors.reserve(label ?? `${kind}-${number}`)
  element.properties.id = anchor
  addNumbered(numbers, kind, number, anchor, label)
  if (label) numbers.labels.add({ name: label, kind, number, anchor }, element.position?.start)
  addStatementHead(element, kind, `${name} ${number}`)
}

/**
 * Take the label from an element: its id, or the name that a figure derives from its file. Authors need not use a
 * derived name, so only the first of several figures with the same file has it, and no problem is reported.
 */
function takeLabel({ labels }: ArticleNumbers, element: Element): string | undefined {
  const { id, dataName } = element.properties
  delete element.properties.id
  delete element.properties.dataName
  if (typeof id === 'string') return id
  return typeof dataName === 'string' && !labels.has(dataName) ? dataName : undefined
}
