import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { plainNumber } from '../numbering/label'
import type { PlacedFormula } from '../rehype/rehype-formulas'
import { normaliseTex } from '../tex/normal-tex'
import { formulaOf } from '../text/count'
import { fold } from '../text/fold'
import { hasDeferredValues } from './deferred-value'
import { escapeText } from './escape'
import { fillMarks, hasMark } from './formula-marks'
import { type FormulaTable, fillFormulasFrom } from './formula-table'

/** A paragraph, list item, table row or heading for search results. Its pieces can be cut and highlighted. */
export interface Passage {
  /** Index of the passage that is its heading; -1 before the first heading. */
  heading: number
  /** The id of a heading. */
  id?: string
  /** Plain text, and the HTML of formulas (with references to the table of formulas) and references. */
  pieces: (string | [html: string, kind: 'formula' | 'reference'])[]
}

/** An article for search: passages for results, and the texts that search scans. */
export interface Passages extends Texts {
  passages: Passage[]
}

/** The texts that search scans. */
export interface Texts {
  /** Folded text, one line for each passage. Each formula or reference is one U+FFFC. */
  text: string
  /** Normalised formulas, one line for each passage, separated by tabs. */
  tex: string
}

const blocks = new Set(
  (
    'p li h1 h2 h3 h4 h5 h6 tr dt dd figcaption caption pre div section blockquote ul ol dl table thead tbody figure ' +
    'details summary aside'
  ).split(' '),
)

/**
 * Split an article into passages.
 *
 * @param macros macros of its formulas
 * @param table collects the HTML of its formulas
 */
export function readPassages(
  tree: Root,
  macros: Readonly<Record<string, string>>,
  table: FormulaTable,
): Passages {
  const collector = createCollector()
  const walk = (node: Nodes | RootContent | ElementContent): void => {
    if (node.type === 'text') {
      collector.add(node.value.replace(/[\s\uFFFC]+/g, ' '))
      return
    }
    if (node.type === 'element') {
      const formula = formulaOf(node)
      if (formula) {
        collector.add([formulaHtml(formula, table), 'formula'], normaliseTex(formula.tex, macros))
        return
      }
      if (isIgnored(node)) return
      const text = referenceText(node)
      if (text !== undefined && hasDeferredValues(text)) {
        collector.add([text, 'reference'])
        return
      }
      if (blocks.has(node.tagName)) {
        collector.start(headingId(node))
        node.children.forEach(walk)
        collector.end()
        return
      }
      if (node.tagName === 'br' || node.tagName === 'td' || node.tagName === 'th') collector.add(' ')
    }
    if ('children' in node) for (const child of node.children) walk(child as ElementContent)
  }
  walk(tree)
  collector.end()
  return finish(collector.passages)
}

/** A passage with its normalised formulas. */
type Draft = Passage & { tex: string[] }

/** Collects the passages of an article while its tree is walked. */
function createCollector() {
  const passages: Draft[] = []
  let draft: Draft | undefined
  let heading = -1

  function end(): void {
    if (draft?.pieces.some((piece) => typeof piece !== 'string' || piece.trim() !== '')) {
      if (draft.id !== undefined) heading = passages.length
      passages.push(draft)
    }
    draft = undefined
  }

  return {
    passages,
    /** End the passage, if it contains anything. */
    end,
    /** Start a block, which ends the passage. @param id if the block is a heading */
    start(id: string | undefined): void {
      end()
      if (id !== undefined) draft = { heading: -1, id, pieces: [], tex: [] }
    },
    add(piece: Passage['pieces'][number], tex?: string): void {
      draft ??= { heading, pieces: [], tex: [] }
      const last = draft.pieces.at(-1)
      if (typeof piece === 'string' && typeof last === 'string')
        draft.pieces[draft.pieces.length - 1] = last + piece
      else draft.pieces.push(piece)
      if (tex !== undefined) draft.tex.push(tex)
    },
  }
}

function finish(drafts: readonly Draft[]): Passages {
  const texts = drafts.map(({ pieces }) =>
    fold(pieces.map((piece) => (typeof piece === 'string' ? piece : '\uFFFC')).join('')),
  )
  return {
    passages: drafts.map(({ tex: _, ...passage }) => passage),
    text: texts.join('\n'),
    tex: drafts.map(({ tex }) => tex.join('\t')).join('\n'),
  }
}

function headingId({ tagName, properties: { id } }: Element): string | undefined {
  return /^h[1-6]$/.test(tagName) && typeof id === 'string' ? id : undefined
}

/** Replace the references to formulas in a passage. @param formulaAt returns a formula by number */
export function typesetPassage(passage: Passage, formulaAt: (number: number) => string | undefined): Passage {
  const pieces = passage.pieces.map<Passage['pieces'][number]>((piece) =>
    typeof piece === 'string' ? piece : [fillFormulasFrom(piece[0], formulaAt), piece[1]],
  )
  return { ...passage, pieces }
}

/** Is this part of the page, but not of its text? For example an anchor or the number of a footnote. */
function isIgnored({ tagName, properties }: Element): boolean {
  const names = Array.isArray(properties.className) ? properties.className : []
  return (
    names.includes('anchor') ||
    properties.dataFootnoteRef !== undefined ||
    properties.dataFootnoteBackref !== undefined ||
    tagName === 'script' ||
    tagName === 'style'
  )
}

/** The text of a reference, as HTML without its link; undefined for a link of the author. */
function referenceText({ tagName, children }: Element): string | undefined {
  if (tagName !== 'a') return undefined
  const texts = children.map((child) => (child.type === 'raw' ? child.value : undefined))
  return texts.includes(undefined) ? undefined : texts.join('')
}

/** HTML of a formula without links and numbers. References are text. */
function formulaHtml({ html, marks, error, tex }: PlacedFormula, table: FormulaTable): string {
  if (error !== undefined) return `<code>${escapeText(tex)}</code>`
  if (!hasMark(html)) return table.refer(html)
  return fillMarks(html.replace(/<a\b[^>]*>/g, '<span>').replaceAll('</a>', '</span>'), (index) => {
    const mark = marks[index]
    return mark?.kind === 'number' ? plainNumber(mark.number) : (mark?.text ?? '')
  })
}
