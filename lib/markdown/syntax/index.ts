import type { Extension as FromMarkdownExtension, Token } from 'mdast-util-from-markdown'
import type { InlineMath } from 'mdast-util-math'
import type { Extension } from 'micromark-util-types'
import type { Literal } from 'unist'
import { createBacktrackingCounter } from './backtracking'
import { type CitationItem, citation, readCitation } from './citation'
import { codes } from './codes'
import { crossReference, type ReferenceCommand, subequationsEnd } from './cross-reference'
import { environments, inlineEnvironment } from './environments'
import { displayLines, inlineLines } from './formula-lines'
import { type Delimiters, formulaText } from './formula-text'
import { readTextCommand, textCommand } from './text-command'
import { tie } from './tie'

/** `\eqref{eq:x}` in running text. */
export interface CrossReference extends Literal {
  type: 'crossReference'
  form: ReferenceCommand
  /** The label: `eq:x`, or `other-slug:eq:x` for one of another article. */
  value: string
}

/** An environment that is not a formula, as in `\begin{theorem}…\end{theorem}`. The page shows its source. */
export interface TexEnvironment extends Literal {
  type: 'texEnvironment'
  value: string
  name: string
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

/** `\label{eq:x}` or another command of LaTeX in running text. */
export interface TextCommand extends Literal {
  type: 'textCommand'
}

declare module 'mdast' {
  interface PhrasingContentMap {
    crossReference: CrossReference
    citation: Citation
    subequations: Subequations
    textCommand: TextCommand
    texEnvironment: TexEnvironment
  }
  interface RootContentMap {
    crossReference: CrossReference
    citation: Citation
    subequations: Subequations
    textCommand: TextCommand
    texEnvironment: TexEnvironment
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    displayLines: 'displayLines'
    mathText: 'mathText'
    mathTextData: 'mathTextData'
    crossReference: 'crossReference'
    tie: 'tie'
    subequations: 'subequations'
    textCommand: 'textCommand'
    citation: 'citation'
    citationData: 'citationData'
  }
}

/** The micromark extension for mathematics. It replaces remark-math's constructs. */
export function mathSyntax(delimiters: Delimiters): Extension {
  const countBacktracking = createBacktrackingCounter()
  const formulas = [true, false].map((nested) => formulaText(nested, delimiters, countBacktracking))
  return {
    flow: { null: [displayLines(delimiters, countBacktracking), inlineLines(delimiters, countBacktracking)] },
    text: {
      [codes.dollar]: formulas,
      [codes.backslash]: [...formulas, crossReference, subequationsEnd, textCommand],
      [codes.leftBracket]: citation,
      [codes.tilde]: tie,
    },
    disable: { null: ['mathText', 'mathFlow'] },
  }
}

/** The mdast extension for mathematics. Formulas become remark-math's nodes. */
export function mathFromMarkdown(): FromMarkdownExtension {
  return {
    enter: {
      citation(token) {
        this.enter({ type: 'citation', value: '', items: [] }, token)
      },
    },
    exit: {
      mathText(token) {
        const source = this.resume()
        const formula = this.stack.at(-1)
        if (formula?.type !== 'inlineMath') throw new Error(`Expected inlineMath, found ${formula?.type}`)
        this.exit(token)
        Object.assign(formula, toFormula(source))
      },
      tie(token) {
        this.enter({ type: 'text', value: '\u00a0' }, token)
        this.exit(token)
      },
      crossReference(token) {
        const source = this.sliceSerialize(token)
        const [, command, names = ''] = /^\\([a-zA-Z]+)\*?\s*\{([^}]*)\}$/.exec(source) ?? []
        const form = command as ReferenceCommand
        // cleveref's commands accept several labels.
        const labels = /^cref$/i.test(form) ? names.split(',') : [names]
        for (const [index, name] of labels.entries()) {
          const value = name.trim()
          const hProperties = { dataReference: form, dataLabel: value }
          if (index > 0) {
            this.enter({ type: 'text', value: ', ' }, token)
            this.exit(token)
          }
          this.enter({ type: 'crossReference', form, value, data: { hName: 'span', hProperties } }, token)
          this.exit(token)
        }
      },
      subequations(token) {
        const value = this.sliceSerialize(token).startsWith('\\begin') ? 'begin' : 'end'
        const hProperties = { dataSubequations: value }
        this.enter({ type: 'subequations', value, data: { hName: 'span', hProperties } }, token)
        this.exit(token)
      },
      textCommand(token) {
        const value = this.sliceSerialize(token)
        const parts = readTextCommand(value)
        const hProperties = {
          dataCommand: parts?.command,
          dataArguments: JSON.stringify(parts?.arguments ?? []),
        }
        this.enter({ type: 'textCommand', value, data: { hName: 'span', hProperties } }, token)
        this.exit(token)
      },
      citation(token: Token) {
        const value = this.sliceSerialize(token)
        const items = readCitation(value.slice(1, -1)) ?? []
        const hProperties = { dataCitation: JSON.stringify(items) }
        Object.assign(this.stack.at(-1) ?? {}, { value, items, data: { hName: 'span', hProperties } })
        this.exit(token)
      },
    },
  }
}

/**
 * A formula without its delimiters, as remark-math's node. A displayed environment of amsmath keeps `\begin` and `\end`. One
 * that is not a formula becomes a `texEnvironment`.
 */
function toFormula(source: string): Pick<InlineMath, 'value' | 'data'> | Omit<TexEnvironment, 'position'> {
  const name = /^\\begin\{([^}]*)\}/.exec(source)?.[1]
  if (name !== undefined && name !== inlineEnvironment && !environments.has(name))
    return {
      type: 'texEnvironment',
      name,
      value: source,
      data: { hName: 'code', hChildren: [{ type: 'text', value: source }] },
    }
  const isPlain = name === inlineEnvironment || name === 'displaymath'
  const [start = ''] = isPlain ? [`\\begin{${name}}`] : (/^(\$\$?|\\[([])/.exec(source) ?? [])
  const end = isPlain ? `\\end{${name}}` : start
  const value = source.slice(start.length, source.length - end.length)
  const display = name !== inlineEnvironment && start !== '$' && start !== '\\('
  return {
    value,
    data: {
      hName: 'code',
      hProperties: { className: ['language-math', display ? 'math-display' : 'math-inline'] },
      hChildren: [{ type: 'text', value }],
    },
  }
}
