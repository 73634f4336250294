import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { formulaOf } from './count'
import { escapeText } from './escape'
import { fold } from './fold'
import { type FormulaTable, fillFormulasFrom } from './formula-table'
import { plainNumber } from './label'
import { holdsLate } from './late'
import { fillMarks, holdsMark } from './mark'
import { normaliseTex } from './normal-tex'
import type { PlacedFormula } from './rehype-formulas'

/** A paragraph, an item, a row, a heading: what search shows of an article, in pieces that may be cut and marked. */
export interface Passage {
  /** Index of the passage that is the heading it stands under; -1 above the first. */
  heading: number
  /** The id of a heading. */
  id?: string
  /** Text as it is; formulas and references as HTML, formulas by the body's table. */
  pieces: (string | [html: string, kind: 'formula' | 'reference'])[]
}

/** An article as search reads it: passages to show, and strings to look in. */
export interface Passages extends Texts {
  passages: Passage[]
}

/** What search looks in. */
export interface Texts {
  /** Folded text, a line a passage; what is no text is one U+FFFC, as in `pieces`. */
  text: string
  /** Normalised formulas, a line a passage, parted by tabs. */
  tex: string
}

const blocks = new Set(
  (
    'p li h1 h2 h3 h4 h5 h6 tr dt dd figcaption caption pre div section blockquote ul ol dl table thead tbody figure ' +
    'details summary aside'
  ).split(' '),
)

/**
 * Take an article apart into passages.
 *
 * @param macros what its formulas may use
 * @param table receives their HTML
 */
export function readPassages(
  tree: Root,
  macros: Readonly<Record<string, string>>,
  table: FormulaTable,
): Passages {
  const passages: (Passage & { tex: string[] })[] = []
  let open: (Passage & { tex: string[] }) | undefined
  let heading = -1

  const close = () => {
    if (open?.pieces.some((piece) => typeof piece !== 'string' || piece.trim() !== '')) {
      if (open.id !== undefined) heading = passages.length
      passages.push(open)
    }
    open = undefined
  }
  const add = (piece: Passage['pieces'][number]) => {
    open ??= { heading, pieces: [], tex: [] }
    const last = open.pieces.at(-1)
    if (typeof piece === 'string' && typeof last === 'string')
      open.pieces[open.pieces.length - 1] = last + piece
    else open.pieces.push(piece)
  }
  const walk = (node: Nodes | RootContent | ElementContent) => {
    if (node.type === 'text') return add(node.value.replace(/[\s\uFFFC]+/g, ' '))
    if (node.type === 'element') {
      const formula = formulaOf(node)
      if (formula) {
        add([formulaHtml(formula, table), 'formula'])
        open?.tex.push(normaliseTex(formula.tex, macros))
        return
      }
      if (isApart(node)) return
      const text = referenceText(node)
      // Its words are known to the whole site alone.
      if (text !== undefined && holdsLate(text)) return add([text, 'reference'])
      if (blocks.has(node.tagName)) {
        close()
        const { id } = node.properties
        if (/^h[1-6]$/.test(node.tagName) && typeof id === 'string')
          open = { heading: -1, id, pieces: [], tex: [] }
        node.children.forEach(walk)
        return close()
      }
      if (node.tagName === 'br' || node.tagName === 'td' || node.tagName === 'th') add(' ')
    }
    if ('children' in node) for (const child of node.children) walk(child as ElementContent)
  }
  walk(tree)
  close()
  return {
    passages: passages.map(({ tex: _, ...passage }) => passage),
    text: passages
      .map(({ pieces }) =>
        fold(pieces.map((piece) => (typeof piece === 'string' ? piece : '\uFFFC')).join('')),
      )
      .join('\n'),
    tex: passages.map(({ tex }) => tex.join('\t')).join('\n'),
  }
}

/** A passage with its formulas put in. @param formulaAt their HTML by number in the table */
export function typesetPassage(passage: Passage, formulaAt: (number: number) => string | undefined): Passage {
  const pieces = passage.pieces.map<Passage['pieces'][number]>((piece) =>
    typeof piece === 'string' ? piece : [fillFormulasFrom(piece[0], formulaAt), piece[1]],
  )
  return { ...passage, pieces }
}

/** Anchors and the calls of footnotes belong to the page, not to what it says. */
function isApart({ tagName, properties }: Element): boolean {
  const names = Array.isArray(properties.className) ? properties.className : []
  return (
    names.includes('anchor') ||
    properties.dataFootnoteRef !== undefined ||
    properties.dataFootnoteBackref !== undefined ||
    tagName === 'script' ||
    tagName === 'style'
  )
}

/** What a reference says, as HTML that leads nowhere. */
function referenceText(node: Element): string | undefined {
  if (node.tagName !== 'a') return undefined
  return toHtml(node.children, { allowDangerousHtml: true })
}

/** A formula alone: its references are text here, its numbers are left out. */
function formulaHtml({ html, marks, error, tex }: PlacedFormula, table: FormulaTable): string {
  if (error !== undefined) return `<code>${escapeText(tex)}</code>`
  if (!holdsMark(html)) return table.refer(html)
  return fillMarks(html.replace(/<a\b[^>]*>/g, '<span>').replaceAll('</a>', '</span>'), (index) => {
    const mark = marks[index]
    return mark?.kind === 'number' ? plainNumber(mark.number) : (mark?.text ?? '')
  })
}
