import type { Root } from 'hast'
import 'katex/contrib/mhchem'
import { LRUCache } from 'lru-cache'
import rehypeKatex from 'rehype-katex'
import { VFile } from 'vfile'
import { escapeText } from './escape'
import { adaptColours } from './formula-colour'
import { explain, type FormulaError } from './formula-error'
import { definesMacros, describeMacros, type Macros, standardMacros, usedMacros } from './macros'
import { mark } from './mark'

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

/** Characters of typeset formulas that are remembered, in each thread: a byte or two each. A long display takes 15,000. */
const kept = 8_000_000

/**
 * Typeset through rehype-katex, each distinct formula once while it is remembered, by the TeX and the macros it uses.
 * They are not kept on the disk: to write one there takes longer than to typeset it.
 *
 * @returns a function that makes the typesetter of an article, with the macros it starts from. What a formula defines
 * holds for the rest of its article only.
 */
export function createTypesetters(): (macros: Readonly<Record<string, string>>) => Typesetter {
  const typeset = new LRUCache<string, Typeset>({ maxSize: kept, sizeCalculation: sizeOf })
  return (macros) => {
    let current: Macros = { ...standardMacros, ...macros }
    return ({ source, katex, display }) => {
      if (definesMacros(katex)) {
        // The definitions must happen each time.
        const defined = { ...current }
        const result = render({ source, katex, display }, defined)
        current = defined
        return result
      }
      const used = usedMacros(katex, current)
      const key = JSON.stringify([source, katex, display, describeMacros(used)])
      const known = typeset.get(key)
      if (known) return known
      const result = render({ source, katex, display }, { ...used })
      typeset.set(key, result)
      return result
    }
  }
}

function sizeOf({ formula: { html, numbers = '', mathml } }: Typeset, key: string): number {
  return key.length + html.length + numbers.length + (html.includes(mathml) ? 0 : mathml.length)
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
  const [rendered] = tree.children
  const markup = rendered?.type === 'raw' ? rendered.value : ''
  const start = markup.indexOf('<math')
  if (start < 0) return { formula: { tex, display, html: markup, mathml: '' } }
  const end = markup.indexOf('</math>') + '</math>'.length
  const { plain, numbered, isBlank } = readMath(markup.slice(start, end), tex)
  const { rest, numbers } = takeNumbers(adaptColours(markup.slice(end)))
  const html = markup.slice(0, start) + plain + rest
  return {
    formula: {
      tex,
      display,
      html,
      ...(numbers && { numbers }),
      // A slice shares the memory of its whole.
      mathml: numbered === plain ? html.slice(start, start + plain.length) : numbered,
    },
    ...(isBlank && definesMacros(katex) && { isEmpty: true }),
  }
}

/**
 * Take the numbers out of KaTeX's HTML: they are links, and that HTML is hidden from assistive technology. Beside it
 * they also stay in sight while a wide formula scrolls.
 */
function takeNumbers(html: string): { rest: string; numbers?: string } {
  const start = html.indexOf('<span class="katex-tag"')
  if (start < 0) return { rest: html }
  const tag = /<(\/?)span\b/g
  tag.lastIndex = start
  let depth = 0
  let end = start
  do {
    const found = tag.exec(html)
    if (!found) break
    depth += found[1] ? -1 : 1
    end = found.index + '</span>'.length
  } while (depth > 0)
  return { rest: html.slice(0, start) + html.slice(end), numbers: html.slice(start, end) }
}

/**
 * KaTeX's MathML, plain and with its numbers as a last column, for MathML that stands alone. The annotation keeps what
 * the author wrote.
 *
 * KaTeX's stand-ins for numbers go: glue on some rows only, which parts the columns, and empty cells; a single number
 * stands in a table around the formula. So do links, which would be read twice.
 */
function readMath(math: string, tex: string): { plain: string; numbered: string; isBlank: boolean } {
  const [, open = '', content = ''] = /^(<math[^>]*><semantics>)(.*)<annotation/s.exec(math) ?? []
  const body = content.replace(/ href="[^"]*"/g, '')
  const close = `<annotation encoding="application/x-tex">${escapeText(tex)}</annotation></semantics></math>`
  const wrap = (inner: string) => open + inner + close
  const [, single, tag] = singleNumber.exec(body) ?? []
  if (single !== undefined && tag !== undefined) {
    // A table sets its cells as in a line.
    const row = `<mtable displaystyle="true"><mtr><mtd>${single}</mtd><mtd>${tag}</mtd></mtr></mtable>`
    return { plain: wrap(single), numbered: wrap(row), isBlank: false }
  }
  let rows = 0
  const numbered = body.replace(numberCells, (_, end: string) =>
    end ? `<mtd><mtext>(${mark(rows++)})</mtext></mtd>${end}` : '',
  )
  return {
    plain: wrap(body.replace(numberCells, '$1')),
    numbered: wrap(numbered),
    isBlank: body === '<mrow></mrow>',
  }
}

/** The table that KaTeX sets around a formula with one number. */
const singleNumber =
  /^<mtable width="100%"><mtr><mtd width="50%"><\/mtd><mtd>(.*)<\/mtd><mtd width="50%"><\/mtd><mtd>(.*)<\/mtd><\/mtr><\/mtable>$/s

/** KaTeX's stand-ins for the numbers of rows; those of one row end with it. */
const numberCells = /(?:<mtd class ?="(?:mtr-glue|mml-eqn-num)"><\/mtd>)+(<\/mtr>)?/g
