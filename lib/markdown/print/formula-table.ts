/**
 * The different typeset formulas of one article. The page, the table of contents, the teaser, previews and search contain
 * references to them, because most formulas occur several times.
 */
export interface FormulaTable {
  /** HTML by number. */
  html: string[]
  /** Add a formula. @returns a reference, the same for the same HTML */
  refer(html: string): string
}

// Noncharacters, which valid text does not contain (Unicode, section 23.7); `formula-marks.ts` uses others.
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

/** Replace the references to formulas in a printed text. @param html the formulas by number */
export function fillFormulas(text: string, html: readonly string[]): string {
  return fillFormulasFrom(text, (number) => html[number])
}

/** Replace the references to formulas in a printed text. @param formulaAt returns a formula by number */
export function fillFormulasFrom(text: string, formulaAt: (number: number) => string | undefined): string {
  return text.replace(/\uFFFE(\d+)\uFFFF/g, (whole, number: string) => formulaAt(Number(number)) ?? whole)
}

/** The MathML of displayed formulas, in order, without numbers. */
export function findDisplays(html: readonly string[]): string[] {
  return html.flatMap((formula) => /<math [^>]*display="block".*?<\/math>/s.exec(formula)?.[0] ?? [])
}
