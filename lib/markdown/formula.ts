import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import rehypeKatex from 'rehype-katex'
import { SKIP, visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { hash, type Store } from '../store/store'

/** A typeset formula. */
export interface Formula {
  tex: string
  display: boolean
  /** KaTeX's HTML with MathML inside it for assistive technology. */
  html: string
  /** The MathML alone, with the TeX in its annotation: what feeds carry. */
  mathml: string
}

export interface FormulaError {
  /** KaTeX's own words, without its "KaTeX parse error" and without the place. */
  message: string
  /** Offset in the TeX, 0-based, where KaTeX knows it. */
  position?: number
  hint: string
}

export type Typesetter = (tex: string, display: boolean) => { formula: Formula; error?: FormulaError }

/**
 * Typeset through rehype-katex, each distinct (TeX, display, macros) once: results are kept in memory for this
 * process and in the store for the next. A formula with an error keeps its source, visibly, and is not stored.
 */
export function createTypesetter(macros: Readonly<Record<string, string>>, store: Store): Typesetter {
  const typeset = new Map<string, { formula: Formula; error?: FormulaError }>()
  return (tex, display) => {
    const key = hash(tex, display, macros)
    const known = typeset.get(key)
    if (known) return known
    const stored = store.read<Formula>('formulas', key)
    const result = stored ? { formula: stored } : render(tex, display, macros)
    if (!stored && !('error' in result)) store.write('formulas', key, result.formula)
    typeset.set(key, result)
    return result
  }
}

function render(tex: string, display: boolean, macros: Readonly<Record<string, string>>) {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'span',
        properties: { className: [display ? 'math-display' : 'math-inline'] },
        children: [{ type: 'text', value: tex }],
      },
    ],
  }
  const file = new VFile()
  // A copy of the macros, because \gdef would write into them and leak into other formulas.
  // Chinese inside formulas is correct here, so KaTeX's strictness about it would only make noise.
  rehypeKatex({ macros: { ...macros }, strict: 'ignore' })(tree, file)
  const formula: Formula = { tex, display, html: toHtml(tree), mathml: findMathml(tree) }
  const cause = file.messages[0]?.cause
  return cause ? { formula, error: explain(cause as Error & { position?: number }) } : { formula }
}

function findMathml(tree: Root): string {
  let math: Element | undefined
  visit(tree, 'element', (element) => {
    if (math) return SKIP
    if (element.tagName === 'math') math = element
    return
  })
  return math ? toHtml(math) : ''
}

function explain(cause: Error & { position?: number }): FormulaError {
  const message = cause.message
    .replace(/^KaTeX parse error: /, '')
    .replace(/ at (position \d+|end of input): [\s\S]*$/, '')
  const command = /Undefined control sequence: (\\\S+)/.exec(message)?.[1]
  const hint = command
    ? `${command} is unknown to KaTeX: check the spelling, or define it under macros in site.config.ts or in the front matter.`
    : 'Compare with KaTeX’s list of supported functions (katex.org/docs/supported), and check that braces and environments close.'
  return { message, hint, ...(cause.position !== undefined && { position: cause.position }) }
}
