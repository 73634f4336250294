/** What the tools are called, in the language of the site. */
export interface ToolLabels {
  tools: string
  copyLink: string
  copyTex: string
  cite: string
  copied: string
}

let tools: HTMLElement | undefined

/**
 * Offer to copy the link, the citation and, of a displayed formula, the TeX: at the display or the statement a reader
 * points at, or has focused.
 */
export function showTools(target: HTMLElement, labels: ToolLabels): void {
  if (tools?.parentElement === target) return
  tools?.remove()
  const isDisplay = target.matches('.display')
  const number = target.querySelector<HTMLElement>(isDisplay ? '.numbers a[id]' : ':is(p, figcaption) b')
  const anchor = isDisplay ? number?.id : target.id
  const citation = document.querySelector<HTMLElement>('[data-citation]')
  tools = document.createElement('span')
  tools.className = 'equation-tools'
  tools.role = 'toolbar'
  tools.ariaLabel = labels.tools
  if (isDisplay) addTool(labels.copyTex, labels.copied, () => texOf(target))
  if (number && anchor) {
    const { href, hash } = new URL(`#${encodeURIComponent(anchor)}`, window.location.href)
    addTool(labels.copyLink, labels.copied, () => href)
    if (citation)
      addTool(labels.cite, labels.copied, () => citePart(citation, hash, number.textContent ?? ''))
  }
  target.append(tools)
  target.addEventListener('pointerleave', removeUnlessFocused)
  target.addEventListener('focusout', removeWhenLeft)
  target.addEventListener('keydown', removeOnEscape)
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
  const target = event.currentTarget
  if (target instanceof Element && !target.contains(document.activeElement)) removeTools()
}

function removeTools(): void {
  tools?.remove()
  tools = undefined
}

function texOf(display: HTMLElement): string {
  return display.querySelector('annotation')?.textContent ?? ''
}

/** The article's citation, with the address and the number of one equation or statement. */
function citePart(citation: HTMLElement, hash: string, number: string): string {
  const text = citation.textContent?.trim() ?? ''
  const url = citation.dataset.citation ?? ''
  return `${text.replace(url, url + hash)} ${number}`
}
