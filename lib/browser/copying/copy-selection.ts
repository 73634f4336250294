import { selectedText } from './selected-text'

/** When a passage with formulas is copied, put its text with the formulas as TeX on the clipboard. */
export function copyFormulasAsTex(): void {
  document.addEventListener('copy', (event) => {
    const selection = document.getSelection()
    if (!selection || selection.isCollapsed || !event.clipboardData) return
    const range = selection.getRangeAt(0).cloneRange()
    includeWholeFormulas(range)
    const passage = range.cloneContents()
    // The browser copies text without formulas well.
    if (!passage.querySelector('annotation')) return
    const html = document.createElement('div')
    html.append(passage.cloneNode(true))
    event.clipboardData.setData('text/html', html.innerHTML)
    event.clipboardData.setData('text/plain', selectedText(passage))
    event.preventDefault()
  })
}

/** Extend a range that starts or ends inside a formula. */
function includeWholeFormulas(range: Range): void {
  const start = formulaAround(range.startContainer)
  if (start) range.setStartBefore(start)
  const end = formulaAround(range.endContainer)
  if (end) range.setEndAfter(end)
}

function formulaAround(node: Node): Element | undefined {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('.display') ?? element?.closest('.formula, .katex') ?? undefined
}
