import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import 'katex/contrib/mhchem'
import rehypeKatex from 'rehype-katex'
import { VFile } from 'vfile'
import { hash, type Store } from '../store/store'
import { adaptColours } from './formula-colour'
import { explain, type FormulaError } from './formula-error'
import { definesMacros, describeMacros, type Macros, standardMacros, usedMacros } from './macros'
import { mark } from './mark'
import { SKIP, visit } from './visit'

export type { FormulaError }

/** A typeset formula. Numbers and references in it are marks (`mark.ts`). */
export interface Formula {
  /** As the author wrote it. */
  tex: string
  display: boolean
  /** KaTeX's HTML with MathML inside it for assistive technology, without numbers. */
  html: string
  /** The numbers beside the rows, for a display that has some. */
  numbers?: string
  /** The MathML alone, with numbers and with the TeX in its annotation: what feeds carry. */
  mathml: string
}

/** What to typeset: the source is what the annotation keeps, `katex` what KaTeX gets. */
export interface FormulaSource {
  source: string
  katex: string
  display: boolean
}

export interface Typeset {
  formula: Formula
  error?: FormulaError
  /** Nothing to see: it defines commands. */
  isEmpty?: true
}

/** Typesets the formulas of one article, in order. */
export type Typesetter = (source: FormulaSource) => Typeset

/**
 * Typeset through rehype-katex, each distinct formula once: results are kept in memory for this process and in the
 * store for the next, by the TeX and the macros it uses. A formula with an error keeps its source, visibly, and is
 * not stored.
 *
 * @returns a function that makes the typesetter of an article, with the macros it starts from. What a formula defines
 * holds for the rest of its article only.
 */
export function createTypesetters(store: Store): (macros: Readonly<Record<string, string>>) => Typesetter {
  const typeset = new Map<string, Typeset>()
  return (macros) => {
    let current: Macros = { ...standardMacros, ...macros }
    return ({ source, katex, display }) => {
      if (definesMacros(katex)) {
        // Not stored: the definitions must happen each time.
        const defined = { ...current }
        const result = render({ source, katex, display }, defined)
        current = defined
        return result
      }
      const used = usedMacros(katex, current)
      const key = hash(source, katex, display, describeMacros(used))
      const known = typeset.get(key)
      if (known) return known
      const stored = store.read<Formula>('formulas', key)
      const result = stored ? { formula: stored } : render({ source, katex, display }, { ...used })
      if (!stored && !result.error) store.write('formulas', key, result.formula)
      typeset.set(key, result)
      return result
    }
  }
}

function render({ source, katex, display }: FormulaSource, macros: Record<string, string | object>): Typeset {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'span',
        properties: { className: [display ? 'math-display' : 'math-inline'] },
        children: [{ type: 'text', value: katex }],
      },
    ],
  }
  const file = new VFile()
  rehypeKatex({
    macros,
    // What a formula defines holds after it, too: `macros` is changed.
    globalGroup: true,
    // Chinese inside formulas is correct here, so KaTeX's strictness about it would only make noise.
    strict: 'ignore',
    // Authors are trusted, but readers send no requests to other hosts.
    trust: ({ command }) => {
      if (command === '\\includegraphics')
        throw new Error(`${command} would load a picture from another host.`)
      return true
    },
  })(tree, file)
  const cause = file.messages[0]?.cause as (Error & { position?: number; length?: number }) | undefined
  if (cause) {
    const formula = { tex: source, display, html: '', mathml: '' }
    return { formula, error: explain(cause, katex) }
  }
  const tex = source.trim()
  const numbers = takeNumbers(tree)
  adaptColours(tree)
  const math = findElement(tree, ({ tagName }) => tagName === 'math')
  if (!math) return { formula: { tex, display, html: toHtml(tree), mathml: '' } }
  annotate(math, tex)
  const isEmpty = definesMacros(katex) && isBlank(math)
  const tags = cleanMath(math)
  const html = toHtml(tree)
  putNumbers(math, tags)
  return {
    formula: {
      tex,
      display,
      html,
      ...(numbers && { numbers: toHtml(numbers) }),
      mathml: toHtml(math),
    },
    ...(isEmpty && { isEmpty }),
  }
}

/**
 * Take the numbers out of KaTeX's HTML: they are links, and that HTML is hidden from assistive technology. Beside it
 * they also stay in sight while a wide formula scrolls.
 */
function takeNumbers(tree: Root): Element | undefined {
  let numbers: Element | undefined
  visit(tree, 'element', (element, index, parent) => {
    if (!hasClass(element, 'katex-tag') || !parent || index === undefined) return
    numbers = element
    parent.children.splice(index, 1)
    return SKIP
  })
  return numbers
}

/** The annotation keeps what the author wrote. */
function annotate(math: Element, tex: string): void {
  const annotation = findElement(math, ({ tagName }) => tagName === 'annotation')
  if (annotation) annotation.children = [{ type: 'text', value: tex }]
}

/**
 * Take KaTeX's stand-ins for numbers out of the MathML: glue on some rows only, which parts the columns, and empty
 * cells; a single number stands in a table around the formula. Links in it would be read twice.
 *
 * @returns the rows that have a number; the text of a single one
 */
function cleanMath(math: Element): { rows: Element[]; single?: ElementContent[] } {
  const rows: Element[] = []
  let single: ElementContent[] | undefined
  visit(math, 'element', (element, index, parent) => {
    delete element.properties.href
    if (
      element.tagName === 'mtable' &&
      element.properties.width === '100%' &&
      parent &&
      index !== undefined
    ) {
      const [row] = element.children
      const cells = row?.type === 'element' ? row.children : []
      const [, body, , tag] = cells
      if (body?.type !== 'element' || tag?.type !== 'element') return
      single = tag.children
      parent.children.splice(index, 1, ...(body.children as never[]))
      return index
    }
    if (element.tagName !== 'mtr') return
    const cells = element.children.filter(
      (cell) => !(cell.type === 'element' && (hasClass(cell, 'mtr-glue') || hasClass(cell, 'mml-eqn-num'))),
    )
    if (cells.length < element.children.length) rows.push(element)
    element.children = cells
    return
  })
  return { rows, ...(single && { single }) }
}

/** Put numbers into MathML that stands alone, as a last column; marks in order of the rows. */
function putNumbers(
  math: Element,
  { rows, single }: { rows: readonly Element[]; single?: ElementContent[] },
): void {
  for (const [index, row] of rows.entries()) {
    const text = `(${mark(index)})`
    row.children.push(element('mtd', [element('mtext', [{ type: 'text', value: text }])]))
  }
  if (!single) return
  const semantics = findElement(math, ({ tagName }) => tagName === 'semantics')
  const body = semantics?.children[0]
  if (!semantics || !body) return
  semantics.children[0] = element('mtable', [
    element('mtr', [element('mtd', [body]), element('mtd', structuredClone(single))]),
  ])
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

function isBlank(math: Element): boolean {
  const body = findElement(math, ({ tagName }) => tagName === 'semantics')?.children[0]
  return body?.type === 'element' && body.children.length === 0
}

function findElement(tree: Root | Element, test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined
  visit(tree, 'element', (element) => {
    if (found) return SKIP
    if (test(element)) found = element
    return
  })
  return found
}

function hasClass(element: Element, name: string): boolean {
  const { className, class: plain } = element.properties
  const names = Array.isArray(className) ? className : String(className ?? plain ?? '').split(' ')
  return names.includes(name)
}
