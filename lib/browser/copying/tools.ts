import { pageMessages } from '../messages'
import { copyText } from './copy-text'
import { tableText, texOf } from './text-of'

let tools: HTMLElement | undefined

/**
 * Show a toolbar on a part that the reader points at, focuses or taps. It copies the TeX of a displayed formula, code or a
 * table, and the link and the citation of a numbered part.
 */
export function showTools(part: HTMLElement): void {
  if (tools?.parentElement === part) return
  tools?.remove()
  const t = pageMessages()
  tools = document.createElement('span')
  tools.className = 'tools'
  tools.role = 'toolbar'
  tools.ariaLabel = t.copyTools
  // Screen readers announce only changes of a status that exists already.
  const status = document.createElement('span')
  status.className = 'sr-only'
  status.role = 'status'
  for (const [name, text] of copyActions(part)) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = t[name]
    button.addEventListener('click', async () => {
      const isCopied = await copyText(text(), button)
      button.textContent = status.textContent = isCopied ? t.copied : t.copyFailed
    })
    tools.append(button)
  }
  tools.append(status)
  part.append(tools)
  part.addEventListener('pointerleave', removeUnlessFocused)
  part.addEventListener('focusout', removeWhenLeft)
  part.addEventListener('keydown', removeOnEscape)
}

type CopyAction = readonly [
  name: 'copyTex' | 'copyLink' | 'citeEquation' | 'copyCode' | 'copyTable',
  text: () => string,
]

function copyActions(part: HTMLElement): CopyAction[] {
  if (part.matches('.framed')) {
    const table = part.querySelector('table')
    return table
      ? [['copyTable', () => tableText(table)]]
      : [['copyCode', () => part.querySelector('pre')?.textContent?.replace(/\n$/, '') ?? '']]
  }
  const isDisplay = part.matches('.display')
  const actions: CopyAction[] = isDisplay ? [['copyTex', () => texOf(part)]] : []
  const number = part.querySelector<HTMLElement>(isDisplay ? '.numbers a[id]' : ':is(p, figcaption) b')
  const anchor = isDisplay ? number?.id : part.id
  if (!number || !anchor) return actions
  const { href, hash } = new URL(`#${encodeURIComponent(anchor)}`, window.location.href)
  actions.push(['copyLink', () => href])
  const citation = document.querySelector<HTMLElement>('[data-citation]')
  if (citation) actions.push(['citeEquation', () => citePart(citation, hash, number.textContent ?? '')])
  return actions
}

// Named functions: adding the same listener twice has no effect.
function removeWhenLeft({ currentTarget, relatedTarget }: FocusEvent): void {
  const isInside =
    currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
  if (!isInside) removeTools()
}

function removeOnEscape({ key }: KeyboardEvent): void {
  if (key === 'Escape') removeTools()
}

function removeUnlessFocused(event: Event): void {
  const part = event.currentTarget
  if (part instanceof Element && !part.contains(document.activeElement)) removeTools()
}

function removeTools(): void {
  tools?.remove()
  tools = undefined
}

/** The article's citation, with the address and the number of one equation or statement. */
function citePart(citation: HTMLElement, hash: string, number: string): string {
  const text = citation.textContent?.trim() ?? ''
  const url = citation.dataset.citation ?? ''
  return `${text.replace(url, url + hash)} ${number}`
}
