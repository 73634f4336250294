import type { Element } from 'hast'
import type { Messages } from '../../site/i18n'
import { translate } from '../../site/messages/translate.mjs'
import { fillDeferredValues, writeDeferredValue } from '../print/deferred-value'
import { escapeText } from '../print/escape'
import { fillMarks, writeMark } from '../print/formula-marks'
import { report } from '../problems/problem'
import type { FormulaMark } from '../tex/equation'
import type { Typesetter } from '../tex/katex/formula'
import { typesetAt } from '../tex/math-element'
import type { ArticleNumbers } from './article-numbers'
import { type Label, plainNumber, referenceText } from './label'

/** A reference in a tag: `\tag{\ref{x}$'$}`. */
type TagReference = Extract<FormulaMark, { kind: 'tag-reference' }>

const references = /\\(eqref|ref|autoref)\*?\s*\{([^{}]*)\}/g

/** The references in a tag, in order. */
export function readTagReferences(tex: string): TagReference[] {
  return [...tex.matchAll(references)].map(([source, form = '', name = '']) => ({
    kind: 'tag-reference',
    form: form as TagReference['form'],
    name: name.trim(),
    source,
    text: '',
  }))
}

/** Replace the references in a tag by marks. They are no links, because the number around them is one. */
export function markTagReferences(tex: string, firstMark: number): string {
  let next = firstMark
  return tex.replace(references, () => `{${writeMark(next++)}}`)
}

/**
 * A tag as HTML for references. References in it are deferred values: `resolveTagReferences` replaces those to labels of the
 * article when all numbers are known, linking replaces those to other articles.
 */
export function typesetTag(element: Element, tex: string, typeset: Typesetter): string {
  const found = readTagReferences(tex)
  const marked = markTagReferences(tex, 0)
  const plain = marked.replace(/\{([\uFDD0-\uFDEF]{2})\}/g, '$1').replace(primes, (_, quotes: string) => {
    return '′'.repeat(quotes.startsWith("'") ? quotes.length : quotes.split('\\prime').length - 1)
  })
  const html = /[\\$^_{}]/.test(plain)
    ? typesetText(element, marked, typeset)
    : escapeText(textLigatures(plain))
  return fillMarks(html, (index) => {
    const { name = '', form = 'ref' } = found[index] ?? {}
    return writeDeferredValue({ kind: 'text', label: name, form, lang: '' })
  })
}

/** Primes, the most frequent formulas in tags, which are text too: `$'$`, `$''$`, `$^\prime$`, `$^{\prime\prime}$`. */
const primes = /\$\^?\{?('+|(?:\\prime\s*)+)\}?\$/g

function typesetText(element: Element, tex: string, typeset: Typesetter): string {
  return typesetAt(element, { katex: `\\text{${tex}}`, source: tex, display: false }, typeset).formula.mathml
}

/** The characters that TeX's fonts make of text, as KaTeX does in the number beside the formula: `A--B` → `A–B`. */
function textLigatures(text: string): string {
  return text
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll('`', '‘')
    .replaceAll("'", '’')
    .replaceAll('~', '\u00a0')
    .replace(/\s+/g, (space) => (space.includes('\u00a0') ? space : ' '))
    .trim()
}

/** A tag as the name of an anchor: references are their labels. */
export function tagAnchor(number: string): string {
  return fillDeferredValues(number, (value) =>
    value.kind === 'text' ? value.label : writeDeferredValue(value),
  )
}

/** Fill in the references of tags to labels of the same article. Call it at the end of the article. */
export function resolveTagReferences(numbers: ArticleNumbers, names: Messages['statements']): void {
  if (numbers.tagged.length === 0) return
  const labels = new Map(numbers.labels.list.map((label) => [label.name, label]))
  const resolved = numbers.tagged.map(({ element, mark, recorded }) => {
    const resolve = (number: string, inside: readonly string[]): string =>
      fillDeferredValues(number, (value) => {
        const label = value.kind === 'text' ? labels.get(value.label) : undefined
        if (value.kind !== 'text' || !label) return writeDeferredValue(value)
        if (inside.includes(value.label)) {
          reportCycle(numbers, element, label)
          return '??'
        }
        const found = resolve(label.number, [...inside, value.label])
        // MathML contains no other formula.
        const inner = number.includes('<math') ? plainNumber(found) : found
        return referenceText(value.form, { ...label, number: inner }, names)
      })
    return {
      mark,
      recorded,
      number: resolve(mark.number, recorded.label === undefined ? [] : [recorded.label]),
    }
  })
  for (const { mark, recorded, number } of resolved) {
    mark.number = number
    recorded.number = plainNumber(number)
    for (const label of labels.values()) if (label.anchor === mark.anchor) label.number = number
  }
}

function reportCycle({ file }: ArticleNumbers, element: Element, { name }: Label): void {
  report(file, element, {
    rule: 'tag',
    message: translate`Found a \\tag that contains its own number, through \\ref{${name}}.`,
    hint: translate`Refer to an equation whose number does not depend on this one.`,
  })
}
