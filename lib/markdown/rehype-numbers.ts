import type { Element, ElementContent, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import type { Messages } from '../i18n'
import { escapeText } from './escape'
import type { Typesetter } from './formula'
import { equationAnchor, type Label, type LabelKind, type Numbered, plainNumber } from './label'
import { mark } from './mark'
import { createEquationCounter, type Numbering } from './numbering'
import { placeInFormula } from './place'
import { report } from './problem'
import { isMath, isMathDisplay } from './rehype-formulas'
import { isNumbered, type Row, readDisplay, writeDisplay } from './tex'
import { SKIP, visit } from './visit'

/** What a mark in a formula stands for. */
export type Mark =
  | { kind: 'number'; anchor: string; number: string }
  | { kind: 'reference'; href: string; text: string; preview?: string }

/** A formula before it is typeset. */
export interface Equation {
  /** As the author wrote it, without dollars. */
  source: string
  display: boolean
  /** Empty, or `align*`. */
  environment: string
  /** What KaTeX gets: numbers and references are marks. */
  katex: string
  marks: Mark[]
}

declare module 'hast' {
  interface ElementData {
    equation?: Equation
  }
}

interface Options {
  numbering: Numbering
  /** One counter for all kinds of statements, or one for each. */
  theorems: 'together' | 'apart'
  names: Messages['statements']
  typeset: Typesetter
}

/**
 * Number equations by amsmath's rules, theorems, figures and tables, and take note of every label.
 * Formulas become `<span class="formula">` with what KaTeX is to get in `data.equation`.
 */
export function rehypeNumbers(options: Options) {
  return (tree: Root, file: VFile): void => {
    const labels: Label[] = []
    file.data.labels = labels
    const numbered: Numbered[] = []
    file.data.numbered = numbered
    const equations = createEquationCounter(options.numbering)
    const counters = new Map<string, number>()
    const anchors = new Set<string>()
    let section = 0
    let subequations: Element | undefined

    const takeAnchor = (wanted: string): string => {
      let anchor = wanted
      for (let n = 2; anchors.has(anchor); n++) anchor = `${wanted}-${n}`
      anchors.add(anchor)
      return anchor
    }

    const addNumbered = (kind: LabelKind, number: string, anchor: string, label?: string): void => {
      numbered.push({ kind, number: plainNumber(number), anchor, ...(label !== undefined && { label }) })
    }

    const addLabel = (
      label: Pick<Label, 'name' | 'kind' | 'number' | 'anchor'>,
      place: { line: number; column: number } | undefined,
    ): void => {
      const first = labels.find(({ name }) => name === label.name)
      if (first) {
        report(file, place, {
          rule: 'label',
          message: `The label "${label.name}" is already that of line ${first.line}.`,
          hint: 'Give each label its own name; a reference could not tell them apart.',
        })
        return
      }
      labels.push({ ...label, line: place?.line ?? 0, column: place?.column ?? 0, used: false })
    }

    visit(tree, 'element', (element, index, parent) => {
      if (!parent || index === undefined) return
      if (element.tagName === 'h2') {
        section++
        equations.enterSection()
        if (options.numbering.bySection) counters.clear()
      }
      if (element.properties.dataSubequations) {
        readSubequations(element)
        return
      }
      const code = element.tagName === 'pre' ? element.children.find(isMath) : element
      if (code && isMath(code)) {
        const display = element.tagName === 'pre' || isMathDisplay(code)
        parent.children[index] = toFormula(element, hastToString(code), display)
        return SKIP
      }
      const kind = element.properties.dataKind
      if (typeof kind === 'string') numberStatement(element, kind)
      return
    })
    if (subequations) {
      report(file, subequations, {
        rule: 'subequations',
        message: 'Found \\begin{subequations} without its \\end{subequations}.',
        hint: 'Add \\end{subequations} after the last of its equations.',
      })
    }
    file.data.equationCount = equations.count()

    function readSubequations(element: Element): void {
      const begins = element.properties.dataSubequations === 'begin'
      const name = element.properties.dataLabel
      element.properties = {}
      if (begins === Boolean(subequations)) {
        report(file, element, {
          rule: 'subequations',
          message: begins
            ? 'Found \\begin{subequations} inside subequations.'
            : 'Found \\end{subequations} without its beginning.',
          hint: 'Each \\begin{subequations} has one \\end{subequations}, and they do not nest.',
        })
        return
      }
      if (!begins) {
        subequations = undefined
        equations.leaveSubequations()
        return
      }
      subequations = element
      const number = equations.enterSubequations()
      if (typeof name !== 'string') return
      const anchor = takeAnchor(equationAnchor(name))
      element.properties.id = anchor
      addNumbered('equation', number, anchor, name)
      addLabel({ name, kind: 'equation', number, anchor }, element.position?.start)
    }

    function toFormula(element: Element, source: string, display: boolean): Element {
      const equation = display ? number(element, source) : inline(element, source)
      return {
        type: 'element',
        tagName: 'span',
        properties: { className: ['formula'] },
        children: [{ type: 'text', value: source.trim() }],
        data: { equation },
        ...(element.position && { position: element.position }),
      }
    }

    function inline(element: Element, source: string): Equation {
      const misplaced = /\\(label|tag\*?)\s*\{/.exec(source)
      if (misplaced) {
        report(file, placeInFormula(file, element, source, misplaced.index), {
          rule: 'label',
          message: `Found \\${misplaced[1]} in an inline formula; only displayed formulas have numbers.`,
          hint: 'Set the formula in $$…$$, or remove the command.',
        })
      }
      const katex = source.replace(/\\label\s*\{[^}]*\}/g, '')
      return { source, display: false, environment: '', katex, marks: [] }
    }

    function number(element: Element, source: string): Equation {
      const display = readDisplay(source)
      const place = (offset: number) => placeInFormula(file, element, source, offset)
      const marks: Mark[] = []
      if (display.blankLine !== undefined) {
        report(file, place(display.blankLine), {
          rule: 'formula',
          message: `Found a blank line inside ${display.environment}; in TeX a blank line ends the paragraph, and the formula with it.`,
          hint: 'Remove the line, or put % on it.',
        })
      }
      const numbers = display.rows.map((row, index) => {
        checkRow(row, place)
        const tag = row.tags[0]
        const numbered = row.notag
          ? false
          : isNumbered(display, index) || (display.environment === '' && row.labels.length > 0)
        if (!tag && !numbered) {
          for (const { name, offset } of row.labels) {
            report(file, place(offset), {
              rule: 'label',
              message: `The label "${name}" stands on a row without a number.`,
              hint: 'Number the row (an environment without *, no \\notag), give it a \\tag, or remove the label.',
            })
          }
          return undefined
        }
        const plain = tag ? numberOfTag(tag.tex) : equations.next()
        const shown = row.labels[0]?.name ?? plainNumber(plain)
        const anchor = takeAnchor(equationAnchor(shown))
        addNumbered('equation', plain, anchor, row.labels[0]?.name)
        for (const { name, offset } of row.labels)
          addLabel({ name, kind: 'equation', number: plain, anchor }, place(offset))
        const own = mark(marks.length)
        marks.push({ kind: 'number', anchor, number: plain })
        const text = tag ? tag.tex : own
        return `\\href{\\#${own}}{${tag?.starred ? text : `({${text}})`}}`
      })
      const katex = writeDisplay(display, numbers)
      return { source, display: true, environment: display.environment, katex, marks }
    }

    function checkRow(
      row: Row,
      place: (offset: number) => { line: number; column: number } | undefined,
    ): void {
      const second = row.tags[1]
      if (second) {
        report(file, place(second.offset), {
          rule: 'tag',
          message: 'Found a second \\tag in one row; a row has one number.',
          hint: 'Remove one, or break the row with \\\\.',
        })
      }
      const label = row.labels[1]
      if (label) {
        report(file, place(label.offset), {
          rule: 'label',
          message: `Found a second label, "${label.name}", in one row; a row has one label.`,
          hint: 'Keep one of the two.',
        })
      }
    }

    /** A tag as references show it. */
    function numberOfTag(tex: string): string {
      return /[\\$^_{}]/.test(tex)
        ? options.typeset({ katex: `\\text{${tex}}`, source: tex, display: false }).formula.mathml
        : escapeText(tex)
    }

    function numberStatement(element: Element, kind: string): void {
      const { id, dataName } = element.properties
      delete element.properties.id
      delete element.properties.dataName
      // A figure's file gives it a name, which nobody need use; the first of two has it.
      const free = typeof dataName === 'string' && !labels.some((label) => label.name === dataName)
      const name = typeof id === 'string' ? id : free ? dataName : undefined
      let plain: string | undefined
      if (kind !== 'proof' && kind !== 'solution') {
        const isFloat = kind === 'figure' || kind === 'table'
        const counter = isFloat || options.theorems === 'apart' ? kind : 'theorem'
        const n = (counters.get(counter) ?? 0) + 1
        counters.set(counter, n)
        plain = options.numbering.bySection ? `${section}.${n}` : String(n)
        const anchor = takeAnchor(name ?? `${kind}-${plain}`)
        element.properties.id = anchor
        addNumbered(kind as LabelKind, plain, anchor, name)
        if (name) addLabel({ name, kind: kind as LabelKind, number: plain, anchor }, element.position?.start)
      }
      const label = options.names[kind as keyof Messages['statements']]
      addHead(element, kind, plain === undefined ? label : `${label} ${plain}`)
    }
  }
}

/** Put the name and number where a reader expects them: before a statement, in a caption, in a summary. */
function addHead(element: Element, kind: string, name: string): void {
  const isTitle = (child: ElementContent) => child.type === 'element' && 'dataTitle' in child.properties
  const title = element.children.find(isTitle) as Element | undefined
  const head: ElementContent[] = [
    { type: 'element', tagName: 'b', properties: {}, children: [{ type: 'text', value: name }] },
  ]
  if (kind === 'figure' || kind === 'table') {
    const caption = element.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'figcaption',
    )
    head.push({ type: 'text', value: '\u2002' })
    caption?.children.unshift(...head)
    return
  }
  if (title) {
    element.children = element.children.filter((child) => child !== title)
    head.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['statement-title'] },
      children: title.children,
    })
  }
  if (kind === 'solution') {
    element.children.unshift({ type: 'element', tagName: 'summary', properties: {}, children: head })
    return
  }
  const wrapped: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['statement-head'] },
    children: head,
  }
  const first = element.children.find((child) => child.type === 'element')
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(wrapped)
  else element.children.unshift({ type: 'element', tagName: 'p', properties: {}, children: [wrapped] })
  if (kind === 'proof') addEndMark(element)
}

/** ∎ stands at the end of the last paragraph, or of its own line after a display or a list. */
function addEndMark(element: Element): void {
  const end: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['qed'] },
    children: [{ type: 'text', value: '∎' }],
  }
  const last = element.children.findLast((child) => child.type === 'element')
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(end)
  else element.children.push({ type: 'element', tagName: 'p', properties: {}, children: [end] })
}
