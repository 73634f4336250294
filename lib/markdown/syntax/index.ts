import type { Extension as FromMarkdownExtension, Token } from 'mdast-util-from-markdown'
import type { InlineMath } from 'mdast-util-math'
import type { Extension } from 'micromark-util-types'
import type { Literal } from 'unist'
import { type CitationItem, citation, readCitation } from './citation'
import { codes } from './codes'
import { crossReference, subequationsEnd } from './cross-reference'
import { displayLines, inlineLines } from './formula-lines'
import { type Delimiters, formulaText } from './formula-text'

/** `\eqref{eq:x}` in running text. */
export interface CrossReference extends Literal {
  type: 'crossReference'
  form: 'eqref' | 'ref' | 'autoref'
  /** The label: `eq:x`, or `other-slug:eq:x` in another article. */
  value: string
}

/** `[@a, 第 3 节; @b]`. */
export interface Citation extends Literal {
  type: 'citation'
  value: string
  items: CitationItem[]
}

/** `\begin{subequations}` or its end. */
export interface Subequations extends Literal {
  type: 'subequations'
  value: 'begin' | 'end'
}

declare module 'mdast' {
  interface PhrasingContentMap {
    crossReference: CrossReference
    citation: Citation
    subequations: Subequations
  }
  interface RootContentMap {
    crossReference: CrossReference
    citation: Citation
    subequations: Subequations
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText'
    mathTextData: 'mathTextData'
    crossReference: 'crossReference'
    subequations: 'subequations'
    subequationsLabel: 'subequationsLabel'
    citation: 'citation'
  }
}

/** The notations of mathematics, for micromark. remark-math's own are turned off: these replace them. */
export function mathSyntax(delimiters: Delimiters): Extension {
  const formulas = [formulaText(true, delimiters), formulaText(false, delimiters)]
  return {
    flow: { null: [displayLines(delimiters), inlineLines(delimiters)] },
    text: {
      [codes.dollar]: formulas,
      [codes.backslash]: [...formulas, crossReference, subequationsEnd],
      [codes.leftBracket]: citation,
    },
    disable: { null: ['mathText', 'mathFlow'] },
  }
}

/** The tree of those notations. Formulas become remark-math's nodes. */
export function mathFromMarkdown(): FromMarkdownExtension {
  return {
    exit: {
      mathText(token) {
        const source = this.resume()
        const formula = this.stack.at(-1)
        if (formula?.type !== 'inlineMath') throw new Error(`Expected inlineMath, found ${formula?.type}`)
        this.exit(token)
        Object.assign(formula, toFormula(source))
      },
      crossReference(token) {
        const [, form, value] = /^\\(\w+)\{([^}]*)\}$/.exec(this.sliceSerialize(token)) ?? []
        const label = value?.trim() ?? ''
        const hProperties = { dataReference: form, dataLabel: label }
        this.enter(
          {
            type: 'crossReference',
            form: form as CrossReference['form'],
            value: label,
            data: { hName: 'span', hProperties },
          },
          token,
        )
        this.exit(token)
      },
      subequations(token) {
        const source = this.sliceSerialize(token)
        const label = /\\label\{([^{}]*)\}/.exec(source)?.[1]?.trim()
        const value = source.startsWith('\\begin') ? 'begin' : 'end'
        const hProperties = { dataSubequations: value, ...(label && { dataLabel: label }) }
        this.enter({ type: 'subequations', value, data: { hName: 'span', hProperties } }, token)
        this.exit(token)
      },
      citation(token: Token) {
        const value = this.sliceSerialize(token)
        const items = readCitation(value.slice(1, -1)) ?? []
        const hProperties = { dataCitation: JSON.stringify(items) }
        this.enter({ type: 'citation', value, items, data: { hName: 'span', hProperties } }, token)
        this.exit(token)
      },
    },
  }
}

/** The TeX without its delimiters, as remark-math's node; an environment keeps its own. */
function toFormula(source: string): Pick<InlineMath, 'value' | 'data'> {
  const delimiter = /^(\$\$?|\\[([])/.exec(source)?.[0] ?? ''
  const value = source.slice(delimiter.length, source.length - delimiter.length)
  const display = delimiter !== '$' && delimiter !== '\\('
  return {
    value,
    data: {
      hName: 'code',
      hProperties: { className: ['language-math', display ? 'math-display' : 'math-inline'] },
      hChildren: [{ type: 'text', value }],
    },
  }
}
