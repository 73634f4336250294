import type { Element, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import type { Messages } from '../../site/i18n'
import { translate } from '../../site/messages/translate.mjs'
import { type ArticleNumbers, createArticleNumbers, enterSection } from '../numbering/article-numbers'
import type { Label, Numbered } from '../numbering/label'
import { numberDisplay, readInlineFormula } from '../numbering/number-equations'
import { numberStatement } from '../numbering/number-statements'
import { numberSubequations, reportOpenSubequations } from '../numbering/number-subequations'
import type { Numbering } from '../numbering/numbering'
import { resolveTagReferences } from '../numbering/tags'
import { runTextCommand } from '../numbering/text-commands'
import { formulaLength } from '../problems/limits'
import { fail } from '../problems/problem'
import type { Equation } from '../tex/equation'
import type { Typesetter } from '../tex/katex/formula'
import { isMath, isMathDisplay } from '../tex/math-element'
import { SKIP, visit } from '../tree/visit'

declare module 'hast' {
  interface ElementData {
    /** On the `<span class="formula">` of a formula that is not typeset yet. */
    equation?: Equation
  }
}

declare module 'vfile' {
  interface DataMap {
    /** All numbered elements, in order. */
    numbered: Numbered[]
    /** The labels of the article, in order. */
    labels: Label[]
    /** The last number of the equation counter. */
    equationCount: number
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
 * Number equations by the rules of amsmath, and theorems, figures and tables; record all labels.
 *
 *     <code class="language-math math-display">x\label{a}</code>
 *     → <span class="formula" data.equation={…}>x\label{a}</span>
 */
export function rehypeNumbers({ numbering, theorems, names, typeset }: Options) {
  return (tree: Root, file: VFile): void => {
    const numbers = createArticleNumbers(file, numbering, theorems)
    numberElements(tree, { numbers, names, typeset, notes: findNotes(tree), numberedNotes: new Set() })
    reportOpenSubequations(numbers)
    resolveTagReferences(numbers, names)
    file.data.labels = numbers.labels.list
    file.data.numbered = numbers.numbered
    file.data.equationCount = numbers.equations.count()
  }
}

interface NumberingState extends Pick<Options, 'names' | 'typeset'> {
  numbers: ArticleNumbers
  /** The footnotes that are not numbered yet, by the address of their references. */
  notes: Map<string, Element>
  numberedNotes: Set<Element>
}

/** The footnotes, which are at the end of the tree. */
function findNotes(tree: Root): Map<string, Element> {
  const notes = new Map<string, Element>()
  const section = tree.children.findLast(
    (child) => child.type === 'element' && child.properties.dataFootnotes !== undefined,
  )
  if (section)
    visit(section, 'element', (element) => {
      if (element.tagName === 'li' && typeof element.properties.id === 'string')
        notes.set(`#${element.properties.id}`, element)
    })
  return notes
}

function numberElements(tree: Root | Element, state: NumberingState): void {
  const { numbers, names, typeset } = state
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return
    if (state.numberedNotes.has(element)) return SKIP
    if (element.tagName === 'h2') enterSection(numbers)
    const { dataSubequations, dataCommand, dataFootnoteRef, dataKind } = element.properties
    if (dataSubequations) {
      numberSubequations(numbers, element)
      return
    }
    if (dataCommand) {
      runTextCommand(numbers, element)
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (dataFootnoteRef !== undefined) numberNote(state, String(element.properties.href))
    const code = element.tagName === 'pre' ? element.children.find(isMath) : element
    if (code && isMath(code)) {
      const display = element.tagName === 'pre' || isMathDisplay(code)
      parent.children[index] = toFormula(numbers, element, hastToString(code), display, typeset)
      return SKIP
    }
    // An author's HTML may have this attribute with any value.
    if (typeof dataKind === 'string' && Object.hasOwn(names, dataKind))
      numberStatement(numbers, element, dataKind, names)
    return
  })
}

/** Number a footnote where it is first called, as LaTeX does. */
function numberNote(state: NumberingState, address: string): void {
  const note = state.notes.get(address)
  if (!note) return
  state.notes.delete(address)
  state.numberedNotes.add(note)
  numberElements(note, state)
}

function toFormula(
  numbers: ArticleNumbers,
  element: Element,
  source: string,
  display: boolean,
  typeset: Typesetter,
): Element {
  checkLength(element, source)
  const equation = display
    ? numberDisplay(numbers, element, source, typeset)
    : readInlineFormula(numbers.file, element, source)
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      className: ['formula'],
      ...(element.properties.dataEndsProof && { dataEndsProof: true }),
    },
    children: [{ type: 'text', value: source.trim() }],
    data: { equation },
    ...(element.position && { position: element.position }),
  }
}

/** Stop before reading the rows of a formula that is too long. */
function checkLength(element: Element, source: string): void {
  if (source.length > formulaLength)
    fail(element, {
      rule: 'limit',
      message: translate`Found a formula of ${source.length} characters; expected at most ${formulaLength}.`,
      hint: translate`Split the formula.`,
    })
}
