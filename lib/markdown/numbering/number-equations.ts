import type { Element } from 'hast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { writeMark } from '../print/formula-marks'
import { report } from '../problems/problem'
import { type Display, isNumbered, type Row, readDisplay, type Tag, writeDisplay } from '../tex/display'
import type { Equation, FormulaMark } from '../tex/equation'
import type { Typesetter } from '../tex/katex/formula'
import { positionInFormula } from '../tex/source-position'
import { equationAnchor } from './anchors'
import { type ArticleNumbers, addNumbered } from './article-numbers'
import { plainNumber } from './label'
import { markTagReferences, readTagReferences, tagAnchor, typesetTag } from './tags'

type NumberMark = Extract<FormulaMark, { kind: 'number' }>

/** Finds the point in the file of an offset in the formula. */
type Locate = (offset: number) => Point | undefined

/** The usual definition of `\numberthis`, which `readDisplay` knows. */
const numberThis =
  /\\newcommand\*?\s*\{?\\numberthis\}?\s*\{\s*\\addtocounter\{equation\}\{1\}\s*\\tag\{\\theequation\}\s*\}/g

/** Read an inline formula. It has no number, so a label or tag in it is reported. */
export function readInlineFormula(file: VFile, element: Element, source: string): Equation {
  const misplaced = /\\(label|tag\*?)\s*\{/.exec(
    source.replace(numberThis, (text) => ' '.repeat(text.length)),
  )
  if (misplaced) {
    report(file, positionInFormula(file, element, source, misplaced.index), {
      rule: 'label',
      message: translate`Found \\${misplaced[1]} in an inline formula; only displayed formulas have numbers.`,
      hint: translate`Write the formula between $$ and $$, or remove the command.`,
    })
  }
  const katex = source.replace(numberThis, '').replace(/\\label\s*\{[^}]*\}/g, '')
  return { source, display: false, environment: '', katex, marks: [] }
}

/** Number the rows of a displayed formula and record its labels. The numbers in its TeX are marks. */
export function numberDisplay(
  numbers: ArticleNumbers,
  element: Element,
  source: string,
  typeset: Typesetter,
): Equation {
  const { file } = numbers
  const display = readDisplay(source)
  const locate: Locate = (offset) => positionInFormula(file, element, source, offset)
  reportBlankLine(file, display, locate)
  reportNesting(file, source, display, locate)
  const numbered = display.rows.map((row, index) => {
    reportDuplicates(file, row, locate)
    if (row.tags.length > 0 || isRowNumbered(display, row, index))
      return numberRow(numbers, element, row, typeset, locate)
    reportUnnumberedLabels(file, row, locate)
    return undefined
  })
  // The marks of numbers come first: the MathML of the n-th numbered row contains the n-th mark.
  const marks: FormulaMark[] = numbered.filter((mark) => mark !== undefined)
  let number = 0
  const rowNumbers = display.rows.map(({ tags: [tag] }, index) =>
    numbered[index] ? numberTex(writeMark(number++), tag, marks) : undefined,
  )
  const katex = writeDisplay(display, rowNumbers)
  return { source, display: true, environment: display.environment, katex, marks }
}

/** Number a row, reserve its anchor and record its labels. @returns the mark of the number */
function numberRow(
  numbers: ArticleNumbers,
  element: Element,
  { labels, tags: [tag] }: Row,
  typeset: Typesetter,
  locate: Locate,
): NumberMark {
  const number = tag ? typesetTag(element, tag.tex, typeset) : numbers.equations.next()
  const label = labels[0]?.name
  const wanted = label ?? plainNumber(tag ? tagAnchor(number) : number)
  const anchor = numbers.anchors.reserve(equationAnchor(wanted))
  const recorded = addNumbered(numbers, 'equation', number, anchor, label)
  for (const { name, offset } of labels)
    numbers.labels.add({ name, kind: 'equation', number, anchor }, locate(offset))
  const mark: NumberMark = { kind: 'number', anchor, number, ...(tag?.starred && { starred: true }) }
  if (tag && readTagReferences(tag.tex).length > 0) numbers.tagged.push({ element, mark, recorded })
  return mark
}

function isRowNumbered(display: Display, row: Row, index: number): boolean {
  if (row.numbered !== undefined) return row.numbered
  return isNumbered(display, index) || (display.environment === '' && row.labels.length > 0)
}

/** The TeX of a row's number: a link to itself. @param marks receives those of the references in the tag */
function numberTex(mark: string, tag: Tag | undefined, marks: FormulaMark[]): string {
  const text = tag ? markTagReferences(tag.tex, marks.length) : mark
  if (tag) marks.push(...readTagReferences(tag.tex))
  return `\\href{\\#${mark}}{${tag?.starred ? text : `({${text}})`}}`
}

const numberedEnvironment = /\\begin\{((equation|alignat|align|flalign|gather|multline|eqnarray)\*?)\}/g

/** Report an environment with rows of its own numbers inside another formula, which LaTeX rejects too. */
function reportNesting(file: VFile, source: string, { environment }: Display, locate: Locate): void {
  const inner = [...source.matchAll(numberedEnvironment)].filter(
    ({ index }) => !/(?<!\\)%[^\n]*$/.test(source.slice(Math.max(0, index - 200), index)),
  )[environment === '' ? 0 : 1]
  if (!inner) return
  const [, name = '', base = ''] = inner
  const instead = { gather: 'gathered', multline: 'gathered', alignat: 'alignedat' }[base] ?? 'aligned'
  report(file, locate(inner.index), {
    rule: 'formula',
    message: translate`Found \\begin{${name}} inside another formula: erroneous nesting of equation structures.`,
    hint: translate`Write ${instead} there, or remove the dollars and put what is around it into the first row.`,
  })
}

function reportBlankLine(file: VFile, { blankLine, environment }: Display, locate: Locate): void {
  if (blankLine === undefined) return
  report(file, locate(blankLine), {
    rule: 'formula',
    message: translate`Found a blank line inside ${environment}; in TeX a blank line ends the paragraph, and the formula with it.`,
    hint: translate`Remove the line, or put % on it.`,
  })
}

function reportDuplicates(file: VFile, { tags, labels }: Row, locate: Locate): void {
  const [, tag] = tags
  if (tag) {
    report(file, locate(tag.offset), {
      rule: 'tag',
      message: translate`Found a second \\tag in one row; a row has one number.`,
      hint: translate`Remove one, or break the row with \\\\.`,
    })
  }
  const [, label] = labels
  if (label) {
    report(file, locate(label.offset), {
      rule: 'label',
      message: translate`Found a second label, "${label.name}", in one row; a row has one label.`,
      hint: translate`Keep one of the two.`,
    })
  }
}

function reportUnnumberedLabels(file: VFile, { labels }: Row, locate: Locate): void {
  for (const { name, offset } of labels) {
    report(file, locate(offset), {
      rule: 'label',
      message: translate`Found the label "${name}" on a row without a number.`,
      hint: translate`Number the row (an environment without *, no \\notag), give it a \\tag, or remove the label.`,
    })
  }
}
