import type { Element } from 'hast'
import { plainNumber } from '../../numbering/label'
import type { PlacedFormula } from '../../rehype/rehype-formulas'
import { hasDeferredValues } from '../deferred-value'
import { escapeText } from '../escape'
import { fillMarks, hasMark } from '../formula-marks'
import type { Target } from './target'

/** A formula with its wrappers. A display can be focused, because it scrolls if it is too wide. */
export function printFormula(formula: PlacedFormula, { properties }: Element, target: Target): string {
  const { tex, html, numbers, display, environment, error } = formula
  if (error !== undefined)
    return `<span class="formula-error"><code>${escapeText(tex)}</code> ${escapeText(error)}</span>`
  const classes = Array.isArray(properties.className) ? properties.className.join(' ') : 'formula'
  const body = fillFormula(html, formula, target)
  if (!display) return `<span class="${classes}" translate="no">${body}</span>`
  const kind =
    (environment.startsWith('multline') ? ' multline' : '') + (hasLongTag(formula) ? ' long-tag' : '')
  const label = escapeText(target.setting.words.equationLabel)
  const scroller = `<span class="display-body" tabindex="0" role="group" aria-label="${label}">${body}</span>`
  const numbersHtml = numbers
    ? `<span class="katex numbers">${fillFormula(numbers, formula, target)}</span>`
    : ''
  const end = properties.dataEndsProof ? '<span class="qed">∎</span>' : ''
  return `<span class="display${kind}" translate="no">${scroller}${numbersHtml}${end}</span>`
}

/** Is the only number a tag that leaves too little room for the formula on a phone? Han characters are twice as wide as others. */
function hasLongTag({ marks, environment }: PlacedFormula): boolean {
  const [mark, other] = marks.filter(({ kind }) => kind === 'number')
  if (mark?.kind !== 'number' || other || !/^(?:equation)?$/.test(environment)) return false
  if (hasDeferredValues(mark.number)) return false
  return plainNumber(mark.number).replace(/\p{Script=Han}/gu, 'MM').length > maxTag
}

/** Width of a tag, in Latin letters, up to which it is beside its formula on a phone. */
const maxTag = 8

/**
 * Replace the marks in a formula: first those in addresses of links, then those in text. HTML without marks is the same on
 * every page and goes into the table of formulas.
 */
function fillFormula(html: string, { marks }: PlacedFormula, { base, ids, setting }: Target): string {
  if (!hasMark(html)) return setting.formulas.refer(html)
  const linked = html.replace(/href="#([\uFDD0-\uFDEF]{2})"/g, (_, address: string) => {
    let attributes = ''
    fillMarks(address, (index) => {
      const mark = marks[index]
      if (mark?.kind === 'number') {
        const id = ids ? `id="${escapeText(mark.anchor)}" ` : ''
        attributes = `${id}href="${base}#${escapeText(mark.anchor)}"`
      } else if (mark?.kind === 'reference') {
        const href = mark.href.startsWith('#') ? base + mark.href : mark.href
        // The link is hidden from assistive technology, so the keyboard must not reach it.
        attributes = `href="${escapeText(href)}" class="reference" tabindex="-1"`
      }
      return ''
    })
    return attributes
  })
  return fillMarks(linked, (index) => {
    const mark = marks[index]
    return mark?.kind === 'number' ? mark.number : (mark?.text ?? '')
  })
}
