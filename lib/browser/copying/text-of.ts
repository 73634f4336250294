/** The TeX of the formula in an element. */
export function texOf(element: Element): string {
  return element.querySelector('annotation')?.textContent ?? ''
}

/** A table as text for spreadsheets: one line per row, tabs between cells, formulas as TeX in dollar signs. */
export function tableText(table: HTMLTableElement): string {
  return [...table.rows].map(({ cells }) => [...cells].map(cellText).join('\t')).join('\n')
}

function cellText(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement
  for (const formula of copy.querySelectorAll('.katex')) formula.replaceWith(`$${texOf(formula)}$`)
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}
