import { createEndReader } from './formula-end'

/** What may not follow a closing dollar: a digit, or a dollar that does not start the next formula. */
const afterDollar = /^(?:\d|\$(?!\$?[^\s$]|\$\s))/

/**
 * Length of the inline formula at the start of a text; 1 if its dollar opens no formula, undefined if the formula is not
 * closed. The rule for dollars is that of `formulaText`.
 */
export function formulaLength(text: string): number | undefined {
  if (!/^\$[^\s$]/.test(text)) return 1
  const isEnd = createEndReader('$', true)
  for (let index = 1; index < text.length; index++) {
    if (isEnd(text.charAt(index))) return closesFormula(text, index) ? index + 1 : 1
  }
  return undefined
}

/** Can the dollar at an index of a line close an inline formula? */
export function closesFormula(line: string, index: number): boolean {
  const before = line.charAt(index - 1)
  return before !== '' && !/\s/.test(before) && !afterDollar.test(line.slice(index + 1, index + 4))
}

/** Length of the code span at the start of a text, or of its backquotes if they open none. */
export function codeSpanLength(text: string): number {
  const run = /^`+/.exec(text)?.[0] ?? ''
  const end = new RegExp(`(?<!\`)${run}(?!\`)`, 'g')
  end.lastIndex = run.length
  return end.test(text) ? end.lastIndex : run.length
}
