/** The TeX of the formula in an element. */
export function texOf(element: Element): string {
  return element.querySelector('annotation')?.textContent ?? ''
}

/** A table as spreadsheets take it: a line a row, a tab between cells; formulas as TeX in dollars. */
export function tableText(table: HTMLTableElement): string {
  return [...table.rows].map(({ cells }) => [...cells].map(cellText).join('\t')).join('\n')
}

function cellText(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement
  for (const formula of copy.querySelectorAll('.katex')) formula.replaceWith(`$${texOf(formula)}$`)
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}
