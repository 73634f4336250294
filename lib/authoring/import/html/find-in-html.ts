import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { createFormulaFinder, type FormulaFinder, type FoundFormula } from '../formulas/find-formulas'
import { type ImportedFormula, toImported } from '../formulas/formula'
import { writePlaceholder } from '../formulas/placeholders'
import type { MathDelimiters } from '../source'

/** The tree of a page whose formulas are placeholders in its text. */
export interface MaskedHtml {
  tree: Root
  formulas: ImportedFormula[]
}

/** MathJax's `skipHtmlTags`, and elements whose text is not shown. */
const skipped: ReadonlySet<string> = new Set([
  ...['script', 'noscript', 'style', 'textarea', 'pre', 'code', 'math', 'select', 'option', 'mjx-container'],
  ...['template', 'iframe', 'object', 'svg', 'annotation', 'annotation-xml'],
])
const ignoredClasses: ReadonlySet<string> = new Set(['mathjax_ignore', 'tex2jax_ignore'])

/**
 * Find the formulas of a page as MathJax does: in the text of each element, in which `<br>` is a line break and other elements
 * separate strings. TeX in MathJax's scripts and KaTeX's output is found too.
 */
export function maskHtml(tree: Root, delimiters: MathDelimiters): MaskedHtml {
  const formulas: ImportedFormula[] = []
  const find = createFormulaFinder(delimiters)
  const add = (found: FoundFormula): ElementContent => {
    formulas.push(
      toImported(found, { tex: found.tex, source: found.open + found.tex + found.close, ...delimiters }),
    )
    return { type: 'text', value: writePlaceholder('formula', formulas.length - 1) }
  }
  return { tree: { ...tree, children: maskChildren(tree.children, find, add) as RootContent[] }, formulas }
}

type Add = (found: FoundFormula) => ElementContent

function maskChildren(children: readonly RootContent[], find: FormulaFinder, add: Add): RootContent[] {
  const result: RootContent[] = []
  let run: RootContent[] = []
  const endRun = () => {
    if (run.length > 0) result.push(...maskRun(run, find, add))
    run = []
  }
  for (const child of children) {
    if (textOf(child) !== undefined) run.push(child)
    else {
      endRun()
      result.push(child.type === 'element' ? maskElement(child, find, add) : child)
    }
  }
  endRun()
  return result
}

/** The text of a node that is part of a string; undefined if it separates strings. */
function textOf(node: RootContent): string | undefined {
  if (node.type === 'text') return node.value
  if (node.type === 'comment') return ''
  if (node.type !== 'element') return undefined
  return node.tagName === 'br' ? '\n' : node.tagName === 'wbr' ? '' : undefined
}

function maskElement(element: Element, find: FormulaFinder, add: Add): ElementContent {
  const ready = readTypeset(element)
  if (ready) return add(ready)
  const classes = element.properties.className
  const isIgnored = Array.isArray(classes) && classes.some((name) => ignoredClasses.has(String(name)))
  if (skipped.has(element.tagName) || isIgnored) return element
  return { ...element, children: maskChildren(element.children, find, add) as ElementContent[] }
}

/** The formula of `<script type="math/tex">`, or of KaTeX's output, which contains its TeX. */
function readTypeset(element: Element): FoundFormula | undefined {
  const { tagName, properties, children } = element
  const found = (tex: string, display: boolean): FoundFormula => {
    const dollars = display ? '$$' : '$'
    return { string: 0, start: 0, end: 0, open: dollars, close: dollars, tex, display }
  }
  if (tagName === 'script' && /^math\/tex/.test(String(properties.type)))
    return found(hastToString(element), /mode=display/.test(String(properties.type)))
  const classes = Array.isArray(properties.className) ? properties.className : []
  const isDisplay = classes.includes('katex-display')
  if (!isDisplay && !classes.includes('katex')) return undefined
  const tex = findAnnotation(children)
  return tex === undefined ? undefined : found(tex, isDisplay)
}

function findAnnotation(children: readonly ElementContent[]): string | undefined {
  for (const child of children) {
    if (child.type !== 'element') continue
    if (child.properties.encoding === 'application/x-tex') return hastToString(child)
    const tex = findAnnotation(child.children)
    if (tex !== undefined) return tex
  }
  return undefined
}

/** Replace the formulas in consecutive nodes of text. */
function maskRun(run: readonly RootContent[], find: FormulaFinder, add: Add): RootContent[] {
  const texts = run.map((node) => textOf(node) ?? '')
  const found = find([texts.join('')])
  if (found.length === 0) return [...run]
  const result: RootContent[] = []
  let offset = 0
  let next = 0
  for (const [index, node] of run.entries()) {
    const text = texts[index] ?? ''
    const end = offset + text.length
    let done = offset
    while (true) {
      const formula = found[next]
      if (!formula || formula.start >= end) break
      if (formula.start >= done) {
        if (formula.start > done)
          result.push({ type: 'text', value: text.slice(done - offset, formula.start - offset) })
        result.push(add(formula))
      }
      done = Math.min(end, formula.end)
      if (formula.end > end) break
      next++
    }
    if (done === offset) result.push(node)
    else if (done < end) result.push({ type: 'text', value: text.slice(done - offset) })
    offset = end
  }
  return result
}
