import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { LimitError } from '../problems/limit-error'
import { report } from '../problems/problem'
import { formulaLength } from '../syntax/inline-length'
import type { Typeset, Typesetter } from '../tex/katex/formula'
import { mathText } from '../tex/katex/math-text'
import { fieldPosition } from '../tex/katex/typeset-front-matter'
import { classesBesideHan } from '../text/beside-han'
import { escapeText } from './escape'

/** Fields of the front matter that may contain formulas between dollars. */
export const fieldsWithFormulas = ['title', 'summary', 'description'] as const

export type FieldWithFormulas = (typeof fieldsWithFormulas)[number]

/** The values of fields that contain a dollar. */
export type FieldTexts = Readonly<Partial<Record<FieldWithFormulas, string>>>

/** A field with formulas in the two forms in which it is published. */
export interface PrintedField {
  /** For what cannot contain formulas: `<title>`, feeds, cards, citations. */
  text: string
  html: string
}

export type PrintedFields = Readonly<Partial<Record<FieldWithFormulas, PrintedField>>>

/**
 * Typeset the formulas in fields of the front matter. Fields without formulas are left out.
 *
 *     与 $\mathcal{O}(n)$  →  text: 与 O(n), html: 与 <span class="formula after-han">…</span>
 */
export function printFields(fields: FieldTexts, typeset: Typesetter, file: VFile): PrintedFields {
  const printed: Partial<Record<FieldWithFormulas, PrintedField>> = {}
  for (const name of fieldsWithFormulas) {
    const value = fields[name]
    if (value?.includes('$')) printed[name] = printField(name, value, typeset, file)
  }
  return printed
}

function printField(name: FieldWithFormulas, value: string, typeset: Typesetter, file: VFile): PrintedField {
  const parts = splitFormulas(value)
  let text = ''
  let html = ''
  for (const [index, part] of parts.entries()) {
    const typesetPart = part.isFormula ? typesetField(name, part.text, typeset, file) : undefined
    if (!typesetPart || typesetPart.error) {
      text += part.text
      html += escapeText(part.text)
      continue
    }
    const { formula } = typesetPart
    const [before, after] = [parts[index - 1], parts[index + 1]]
    const classes = ['formula', ...classesBesideHan(before?.text ?? '', after?.text ?? '')]
    text += mathText(formula.mathml)
    html += `<span class="${classes.join(' ')}" translate="no">${formula.html}</span>`
  }
  return { text, html }
}

/** Split a text at its formulas. The rule for dollars is that of running text; `\$` is a dollar. */
function splitFormulas(value: string): { text: string; isFormula: boolean }[] {
  const parts: { text: string; isFormula: boolean }[] = []
  let text = ''
  for (let index = 0; index < value.length; ) {
    const rest = value.slice(index)
    const length = rest.startsWith('$') ? (formulaLength(rest) ?? 1) : 1
    if (length > 1) {
      parts.push({ text, isFormula: false }, { text: rest.slice(1, length - 1), isFormula: true })
      text = ''
    } else if (rest.startsWith('\\$')) text += '$'
    else text += rest.charAt(0)
    index += rest.startsWith('\\$') ? 2 : length
  }
  return [...parts, { text, isFormula: false }]
}

/** @returns undefined if it exceeds a limit. Errors are reported at the field. */
function typesetField(
  name: FieldWithFormulas,
  tex: string,
  typeset: Typesetter,
  file: VFile,
): Typeset | undefined {
  const point = fieldPosition(file, name)
  try {
    const result = typeset({ source: tex, katex: tex, display: false })
    if (result.error) {
      const message = translate`KaTeX cannot typeset the formula ${tex} in ${name}: ${result.error.message}`
      report(file, point, { rule: 'formula', message, hint: result.error.hint })
    }
    return result
  } catch (error) {
    if (!(error instanceof LimitError)) throw error
    report(file, point, { rule: 'limit', message: error.message, hint: error.hint })
    return undefined
  }
}
