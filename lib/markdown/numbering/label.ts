import { fill, type Messages } from '../../site/i18n'
import type { LabelKind } from '../../site/label-kinds'

/** A numbered element that references can name: `\label{eq:x}`, `{#thm-x}`. */
export interface Label {
  name: string
  kind: LabelKind
  /** The number as HTML, with its deferred values: `3`, `2a`, or `∗` in MathML, which pages and feeds can both contain. */
  number: string
  /** Id on its page: `eq-x`. */
  anchor: string
  /** Position of the label in its file, 1-based; 1 if unknown. */
  line: number
  column: number
  /** A reference in the same article names it. */
  used: boolean
}

/** A reference to a label that its own article does not define. Linking looks for it in other articles. */
export interface OpenReference {
  /** The name in the source: `other-slug:eq:x`. */
  name: string
  /** The whole reference in the source: `\eqref{eq:x}`. */
  source: string
  line: number
  column: number
}

/** A numbered element, with or without a label. Each can be cited by its URL. */
export interface Numbered {
  kind: LabelKind
  /** The number as plain text, with its deferred values. */
  number: string
  /** Id on its page. */
  anchor: string
  /** Name of its label. */
  label?: string
}

/** A number as plain text. */
export function plainNumber(number: string): string {
  return number.replace(/<annotation[\s\S]*?<\/annotation>|<[^>]*>/g, '')
}

/** The text of a reference, as HTML: `(3)`, `3`, `定理 1`. */
export function referenceText(
  form: string,
  { kind, number }: { kind: LabelKind; number: string },
  names: Messages['statements'],
): string {
  if (form === 'ref') return number
  if (form === 'eqref') return `(${number})`
  return kind === 'equation' ? fill(names.equation, { number }) : `${names[kind]}\u00a0${number}`
}
