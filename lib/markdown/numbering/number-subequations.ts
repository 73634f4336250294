import type { Element } from 'hast'
import { translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import type { ArticleNumbers } from './article-numbers'

/** Start or end `subequations`. @param element the element of `\begin{subequations}` or its end */
export function numberSubequations(numbers: ArticleNumbers, element: Element): void {
  const begins = element.properties.dataSubequations === 'begin'
  element.properties = {}
  if (begins === Boolean(numbers.subequations)) {
    reportUnmatched(numbers, element, begins)
    return
  }
  if (!begins) {
    numbers.subequations = undefined
    numbers.equations.leaveSubequations()
    return
  }
  numbers.subequations = { element, number: numbers.equations.enterSubequations() }
}

/** Report `subequations` that were not closed. Call it at the end of the article. */
export function reportOpenSubequations({ file, subequations }: ArticleNumbers): void {
  if (!subequations) return
  report(file, subequations.element, {
    rule: 'subequations',
    message: translate`Found \\begin{subequations} without its \\end{subequations}.`,
    hint: translate`Add \\end{subequations} after the last of its equations.`,
  })
}

function reportUnmatched({ file }: ArticleNumbers, element: Element, begins: boolean): void {
  report(file, element, {
    rule: 'subequations',
    message: begins
      ? translate`Found \\begin{subequations} inside subequations.`
      : translate`Found \\end{subequations} without its beginning.`,
    hint: translate`Each \\begin{subequations} has one \\end{subequations}, and they do not nest.`,
  })
}
