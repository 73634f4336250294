import type { VFile } from 'vfile'
import { fill, type Messages } from '../i18n'
import { mapAround } from './late'

/** What a reference can name. */
export type LabelKind =
  | 'equation'
  | 'figure'
  | 'table'
  | 'theorem'
  | 'definition'
  | 'lemma'
  | 'proposition'
  | 'corollary'
  | 'example'
  | 'remark'
  | 'exercise'

/** Something with a number and a name: `\label{eq:x}`, `{#thm-x}`. */
export interface Label {
  name: string
  kind: LabelKind
  /** The number as HTML, late values and all: `3`, `2a`, or `∗` in MathML, which page and feed both show. */
  number: string
  /** Id on its page: `eq-x`. */
  anchor: string
  /** Place of the label in its file, 1-based; 0 where unknown. */
  line: number
  column: number
  /** Named by a reference in its own article. */
  used: boolean
}

/** A reference that no label of its own article answers: another article may. */
export interface OpenReference {
  /** As written: `other-slug:eq:x`, or a label that is nowhere. */
  name: string
  /** As written, with what is around it: `\eqref{eq:x}`. */
  source: string
  line: number
  column: number
}

/** Something with a number, whether or not it has a name to refer to it by: each can be cited by its address. */
export interface Numbered {
  kind: LabelKind
  /** The number as plain text, late values and all. */
  number: string
  /** Id on its page. */
  anchor: string
  /** Name of its label. */
  label?: string
}

declare module 'vfile' {
  interface DataMap {
    /** What has a number and an address, in order. */
    numbered: Numbered[]
    /** What the article numbers, in order. */
    labels: Label[]
    openReferences: OpenReference[]
    /** How far the equation counter went. */
    equationCount: number
  }
}

/** Id of an equation: `eq:x` → `eq-x`, `energy` → `eq-energy`. Han characters stay. */
export function equationAnchor(name: string): string {
  return `eq-${toAnchor(name.replace(/^eqn?[:.-]/i, '')).replace(/^-|-$/g, '')}`
}

/** A name without what an address or an id cannot hold; late values stay, to become numbers. */
export function toAnchor(name: string): string {
  return mapAround(name, (text) => text.replace(/[\s:#?/%"'<>&\\]+/g, '-'))
}

/** Find a label of this article. */
export function findLabel(file: VFile, name: string): Label | undefined {
  return file.data.labels?.find((label) => label.name === name)
}

/** A number as plain text. */
export function plainNumber(number: string): string {
  return number.replace(/<annotation[\s\S]*?<\/annotation>|<[^>]*>/g, '')
}

/** What stands in the text: `(3)`, `3`, `定理 1`; HTML. */
export function referenceText(
  form: string,
  { kind, number }: { kind: LabelKind; number: string },
  names: Messages['statements'],
): string {
  if (form === 'ref') return number
  if (form === 'eqref') return `(${number})`
  return kind === 'equation' ? fill(names.equation, { number }) : `${names[kind]}\u00a0${number}`
}
