import type { Root } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import { visit } from '../tree/visit'

/** So many formulas in sentences show that a file is written for kramdown. */
const enough = 3

/**
 * Report formulas of kramdown, the Markdown of Jekyll: between two dollars a formula in a sentence is inline there, and a
 * display here. In a file that has formulas between single dollars, the author means displays.
 *
 *     设 $$x$$ 为实数，$$x^2$$ 则
 *        ^^^^^         ^^^^^^^
 */
export function remarkKramdownFormulas() {
  return (tree: Root, file: VFile): void => {
    const source = String(file)
    const formulas: InlineMath[] = []
    visit(tree, 'inlineMath', (formula) => void formulas.push(formula))
    if (formulas.some((formula) => !isBetweenDoubleDollars(formula, source))) return
    if (formulas.filter((formula) => textBeside(formula, source) === 'both').length < enough) return
    for (const formula of formulas) if (textBeside(formula, source) !== 'none') reportDisplay(formula, file)
  }
}

function isBetweenDoubleDollars({ position }: InlineMath, source: string): boolean {
  return source.startsWith('$$', position?.start.offset)
}

/** On which sides of a formula, on its line, is text? */
function textBeside({ position }: InlineMath, source: string): 'none' | 'one' | 'both' {
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? 0
  if (source.slice(start, end).includes('\n')) return 'none'
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
  const [after = ''] = source.slice(end).split('\n', 1)
  const sides = [before, after].filter((text) => /[\p{L}\p{N}]/u.test(text)).length
  return sides === 2 ? 'both' : sides === 1 ? 'one' : 'none'
}

function reportDisplay(formula: InlineMath, file: VFile): void {
  const start = formula.position?.start.offset ?? 0
  const end = formula.position?.end.offset ?? 0
  report(file, formula, {
    rule: 'dialect',
    severity: 'warning',
    message: translate`Found a formula of kramdown in a sentence: between two dollars it is on a line of its own here.`,
    hint: translate`Write $…$ in sentences.`,
    fix: { start, end, text: `$${formula.value.trim()}$` },
  })
}
