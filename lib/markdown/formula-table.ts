/**
 * The typeset formulas of one printed article, each once: the page, its contents, the teaser, previews and search say
 * the same formulas, and say most of them several times.
 */
export interface FormulaTable {
  /** HTML by number. */
  html: string[]
  /** What stands in the print for a formula; the same HTML always gets the same. */
  refer(html: string): string
}

// Noncharacters, which no author's text holds (Unicode, chapter 23.7); `mark.ts` uses others.
const open = '\uFFFE'
const close = '\uFFFF'

export function createFormulaTable(): FormulaTable {
  const numbers = new Map<string, number>()
  const html: string[] = []
  return {
    html,
    refer(formula) {
      let number = numbers.get(formula)
      if (number === undefined) {
        number = html.push(formula) - 1
        numbers.set(formula, number)
      }
      return open + number + close
    },
  }
}

/** Put the formulas into a printed text. @param html the table's HTML by number */
export function fillFormulas(text: string, html: readonly string[]): string {
  return fillFormulasFrom(text, (number) => html[number])
}

/** Put the formulas into a printed text. @param formulaAt HTML by number in the table */
export function fillFormulasFrom(text: string, formulaAt: (number: number) => string | undefined): string {
  return text.replace(/\uFFFE(\d+)\uFFFF/g, (whole, number: string) => formulaAt(Number(number)) ?? whole)
}

/** MathML of the displays among them, in their order, without numbers. */
export function findDisplays(html: readonly string[]): string[] {
  return html.flatMap((formula) => /<math [^>]*display="block".*?<\/math>/s.exec(formula)?.[0] ?? [])
}
