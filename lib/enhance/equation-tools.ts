/** What the tools are called, in the language of the site. */
export interface ToolLabels {
  tools: string
  copyLink: string
  copyTex: string
  cite: string
  copied: string
}

let tools: HTMLElement | undefined

/** Offer to copy a displayed formula's link, TeX and citation: at the display a reader points at or has focused. */
export function showTools(display: HTMLElement, labels: ToolLabels): void {
  if (tools && display.contains(tools)) return
  tools?.remove()
  const number = display.querySelector<HTMLAnchorElement>('.numbers a[id]')
  const citation = document.querySelector<HTMLElement>('[data-citation]')
  tools = document.createElement('span')
  tools.className = 'equation-tools'
  tools.role = 'toolbar'
  tools.ariaLabel = labels.tools
  addTool(labels.copyTex, labels.copied, () => texOf(display))
  if (number) {
    addTool(labels.copyLink, labels.copied, () => number.href)
    if (citation) addTool(labels.cite, labels.copied, () => citeEquation(citation, number))
  }
  display.append(tools)
  display.addEventListener('pointerleave', removeUnlessFocused)
  display.addEventListener('focusout', removeWhenLeft)
  display.addEventListener('keydown', removeOnEscape)
}

// Named, so that a display shown again does not get them twice.
function removeWhenLeft({ currentTarget, relatedTarget }: FocusEvent): void {
  const isInside =
    currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
  if (!isInside) removeTools()
}

function removeOnEscape({ key }: KeyboardEvent): void {
  if (key === 'Escape') removeTools()
}

function addTool(label: string, done: string, text: () => string): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text())
    button.textContent = done
    button.ariaLive = 'polite'
  })
  tools?.append(button)
}

function removeUnlessFocused(event: Event): void {
  const display = event.currentTarget
  if (display instanceof Element && !display.contains(document.activeElement)) removeTools()
}

function removeTools(): void {
  tools?.remove()
  tools = undefined
}

function texOf(display: HTMLElement): string {
  return display.querySelector('annotation')?.textContent ?? ''
}

/** The article's citation, with the address and the number of one equation. */
function citeEquation(citation: HTMLElement, number: HTMLAnchorElement): string {
  const text = citation.textContent?.trim() ?? ''
  const url = citation.dataset.citation ?? ''
  return `${text.replace(url, url + number.hash)} ${number.textContent}`
}
