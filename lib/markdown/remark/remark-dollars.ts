import type { Nodes, Parents, Root } from 'mdast'
import type { Math as DisplayMath, InlineMath } from 'mdast-util-math'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { type Problem, type Replacement, report } from '../problems/problem'
import { type Dollars, listDollars } from '../syntax/dollars'
import { isPrice } from '../syntax/price'
import { hasEnglish, hasSentence, hasWords, isCertainlyTex } from '../tex/prose'
import { pointAt } from '../tex/source-position'
import { visit } from '../tree/visit'

type Finding = Pick<Problem, 'rule' | 'message' | 'hint' | 'severity'> & {
  fix?: Replacement
  /** What the finding explains: one run of dollars, two, or the rest of the block. */
  explains: 'one' | 'pair' | 'rest'
}

/**
 * Report dollars that readers would see, and prose that they would see as a formula. Prices are text: `$5 和 $10`.
 *
 *     长度为 $ N $ 的       the opening dollar is followed by a space
 *     输出 $z_t $，再与     the closing dollar is preceded by a space
 *     所以是 $-$15          the closing dollar is followed by a digit
 */
export function remarkDollars() {
  return (tree: Root, file: VFile): void => {
    const source = String(file)
    if (!/[$＄]/.test(source)) return
    visit(tree, (node) => {
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
        if (hasDollars(node)) checkBlock(node, source, file)
      } else if (node.type === 'math') {
        if (hasSentence(node.value)) reportProse(node, file)
      } else if (node.type === 'inlineMath') {
        if (hasSentence(node.value) || hasEnglish(node.value)) reportProse(node, file)
      }
    })
  }
}

/** Does the text of a block contain a dollar? Most blocks with formulas do not. */
function hasDollars(node: Nodes): boolean {
  if ('children' in node) return node.children.some(hasDollars)
  return node.type === 'text' && /[$＄]/.test(node.value)
}

function checkBlock(block: Parents, source: string, file: VFile): void {
  const isBroken = reportDollars(listDollars(block, source), source, file)
  if (!isBroken) return
  visit(block, 'inlineMath', (formula: InlineMath) => {
    const { value } = formula
    if (hasWords(value) && !hasSentence(value) && !hasEnglish(value)) reportProse(formula, file)
  })
}

/** @returns whether a single dollar has no partner */
function reportDollars(dollars: readonly Dollars[], source: string, file: VFile): boolean {
  let isBroken = false
  for (let index = 0; index < dollars.length; index++) {
    const run = dollars[index]
    if (!run?.isText) continue
    const found = check(run, dollars[index + 1], source)
    if (!found) continue
    const { explains, ...problem } = found
    report(file, pointAt(file, run.start), problem)
    if (explains === 'rest') return isBroken
    if (explains === 'pair') index++
    else isBroken = true
  }
  return isBroken
}

function check(run: Dollars, next: Dollars | undefined, source: string): Finding | undefined {
  const text = source.slice(run.start, run.end)
  if (text === '$$') return { ...unclosedDisplay, explains: 'rest' }
  if (text.length > 1) return { ...escaped(text), explains: 'one' }
  const inside = next && source.slice(run.end, next.start)
  const isPair = inside !== undefined && next?.isText && next.end - next.start === 1 && !hasWords(inside)
  if (isPrice(source, run.start)) {
    const isFormula = isPair && isCertainlyTex(inside) && !isPrice(source, next.start)
    if (!isFormula) return undefined
  }
  const fix = isPair ? fixOf(run, next, source) : undefined
  return { ...explain(run, next, source), explains: isPair ? 'pair' : 'one', ...(fix && { fix }) }
}

const unclosedDisplay = {
  rule: 'unclosed',
  message: translate`Found $$ that starts no formula: expected another $$ in this paragraph, without a blank line before it.`,
  hint: translate`Close the formula with $$, and remove blank lines in it. Write \\$\\$ for the characters.`,
}

function escaped(text: string) {
  return {
    rule: 'dollar',
    severity: 'warning' as const,
    message: translate`Found ${text}, which opens no formula; expected $ or $$.`,
    hint: translate`Write ${'\\$'.repeat(text.length)} for the characters.`,
  }
}

/** Why a dollar opens no formula. */
function explain(
  { start, end }: Dollars,
  next: Dollars | undefined,
  source: string,
): Omit<Finding, 'explains'> {
  const warning = { rule: 'dollar', severity: 'warning' as const }
  const hint = translate`Write $x$ without spaces inside the dollars. Write \\$ for a dollar sign.`
  if (source.slice(start, end) === '＄')
    return {
      ...warning,
      message: translate`Found the full-width ＄, which opens no formula.`,
      hint: translate`Write $x$.`,
    }
  if (/\s/.test(source.charAt(end)))
    return { ...warning, message: translate`Found $ that opens no formula: it is followed by a space.`, hint }
  if (next && /\s/.test(source.charAt(next.start - 1)))
    return {
      ...warning,
      message: translate`Found $ that opens no formula: the next $ is preceded by a space, and closes none.`,
      hint,
    }
  if (next && /\d/.test(source.charAt(next.end)))
    return {
      ...warning,
      message: translate`Found $ that opens no formula: the next $ is followed by a digit, and closes none.`,
      hint: translate`Put the number into the formula, or a space before it. Write \\$ for a dollar sign.`,
    }
  return {
    ...warning,
    message: translate`Found $ that opens no formula: expected another $ in this paragraph.`,
    hint: translate`Close the formula with $. Write \\$ for a dollar sign.`,
  }
}

/** The correction of two dollars, if what is between them is certainly TeX. */
function fixOf(open: Dollars, close: Dollars, source: string): Replacement | undefined {
  const tex = source.slice(open.end, close.start).trim()
  if (!isCertainlyTex(tex) || tex.includes('\n')) return undefined
  const range = { start: open.start, end: close.end, text: `$${tex}$` }
  const number = /^\d+(?:\.\d+)?(?![\w\\^$.])/.exec(source.slice(close.end, close.end + 40))?.[0]
  if (number !== undefined)
    return /^(?:[-+]|\\pm)$/.test(tex)
      ? { ...range, end: close.end + number.length, text: `$${tex}${tex === '\\pm' ? ' ' : ''}${number}$` }
      : undefined
  return /\d/.test(source.charAt(close.end)) ? undefined : range
}

function reportProse(formula: InlineMath | DisplayMath, file: VFile): void {
  report(file, formula, {
    rule: 'prose',
    severity: 'warning',
    message: translate`Found prose in a formula.`,
    hint: translate`Check that no dollar is missing before or in this formula. Put words that belong to it in \\text{…}.`,
  })
}
