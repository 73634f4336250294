import type { Element, ElementContent } from 'hast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { Messages } from '../../site/i18n'
import { writeDeferredValue } from '../print/deferred-value'
import { writeMark } from '../print/formula-marks'
import { type ReferenceCommand, referenceCommands } from '../syntax/cross-reference'
import type { Equation } from '../tex/equation'
import { positionInFormula } from '../tex/source-position'
import { type Label, type OpenReference, referenceText } from './label'

/** A reference in a formula: its command and its label. */
const referenceInFormula = new RegExp(`\\\\(${referenceCommands.join('|')})\\*?\\s*\\{([^{}]*)\\}`, 'g')
const loneReference = new RegExp(`^\\s*${referenceInFormula.source}\\s*$`)

/** The references of one article, collected while its tree is walked. */
export interface References {
  file: VFile
  names: Messages['statements']
  lang: Messages['lang']
  labels: ReadonlyMap<string, Label>
  /** Names of the labels that references in the article name. */
  used: Set<string>
  open: OpenReference[]
}

export function createReferences(
  file: VFile,
  names: Messages['statements'],
  lang: Messages['lang'],
): References {
  const labels = new Map((file.data.labels ?? []).map((label) => [label.name, label]))
  return { file, names, lang, labels, used: new Set(), open: [] }
}

/**
 * Find the URL and the text of a reference. If the article does not define the label, both are deferred values.
 * @param source the whole reference, for messages
 */
export function resolveReference(
  { labels, used, open, names, lang }: References,
  form: ReferenceCommand,
  name: string,
  source: string,
  point: Point | undefined,
): { href: string; text: string } {
  const label = labels.get(name)
  if (label) {
    used.add(name)
    return { href: `#${label.anchor}`, text: referenceText(form, label, names) }
  }
  open.push({ name, source, line: point?.line ?? 1, column: point?.column ?? 1 })
  return {
    href: writeDeferredValue({ kind: 'url', label: name }),
    text: writeDeferredValue({ kind: 'text', label: name, form, lang }),
  }
}

/** The link for a reference in running text. */
export function createReferenceLink(
  references: References,
  element: Element,
  form: ReferenceCommand,
  name: string,
): Element {
  const { href, text } = resolveReference(
    references,
    form,
    name,
    `\\${form}{${name}}`,
    element.position?.start,
  )
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['reference'], href },
    children: [{ type: 'raw', value: text }],
    ...(element.position && { position: element.position }),
  }
}

/** Turn an element into a link to the label that `[@thm-x]` or `[@thm-x, (2)]` names. */
export function linkToLabel(
  references: References,
  element: Element,
  name: string,
  locator: string | undefined,
): void {
  const { href, text } = resolveReference(references, 'autoref', name, `[@${name}]`, element.position?.start)
  const children: ElementContent[] = [{ type: 'raw', value: locator ? `${text}, ${locator}` : text }]
  Object.assign(element, { tagName: 'a', properties: { className: ['reference'], href }, children })
}

/** The reference that an inline formula consists of, as in `$\eqref{eq:x}$`. */
export function readLoneReference({
  source,
  display,
}: Equation): { form: ReferenceCommand; name: string } | undefined {
  if (display) return undefined
  const [, form, name] = loneReference.exec(source) ?? []
  return form === undefined ? undefined : { form: form as ReferenceCommand, name: (name ?? '').trim() }
}

/** Replace the references inside a formula, as in `\overset{\eqref{eq:x}}{=}`, by linked marks. */
export function resolveInFormula(references: References, element: Element, equation: Equation): void {
  const { marks, source } = equation
  for (const mark of marks) {
    if (mark.kind !== 'tag-reference') continue
    const offset = source.indexOf(mark.source)
    const point = positionInFormula(references.file, element, source, offset < 0 ? undefined : offset)
    mark.text = resolveReference(references, mark.form, mark.name, mark.source, point).text
  }
  let searchFrom = 0
  equation.katex = equation.katex.replace(
    referenceInFormula,
    (whole, form: ReferenceCommand, name: string) => {
      const offset = source.indexOf(whole, searchFrom)
      searchFrom = offset + whole.length
      const point = positionInFormula(references.file, element, source, offset < 0 ? undefined : offset)
      const mark = writeMark(marks.length)
      marks.push({ kind: 'reference', ...resolveReference(references, form, name.trim(), whole, point) })
      return `\\text{\\href{\\#${mark}}{${mark}}}`
    },
  )
}
