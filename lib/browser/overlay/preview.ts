import { pageMessages } from '../messages'
import { trustHtml } from './trust-html'

/** The preview box, the link that it belongs to, and the controller that ends the preview. */
let box: HTMLElement | undefined
let shown: HTMLAnchorElement | undefined
let showing: AbortController | undefined
let result: Promise<boolean> = Promise.resolve(false)
let leaving: ReturnType<typeof setTimeout> | undefined

/** Milliseconds in which the pointer can move from the link into the box. */
const grace = 250
/** Milliseconds after which a preview is fetched, if the pointer is still on the link. */
const fetchDelay = 250

/**
 * Show the target of a link next to it, until the reader leaves both, presses Escape or follows the link.
 *
 * @returns false if there is nothing to show and the reader is still waiting for it
 */
export function showPreview(link: HTMLAnchorElement): Promise<boolean> {
  if (box?.contains(link)) return Promise.resolve(false)
  // The reader may have gone to another link while this code was loading.
  if (!link.matches(':hover, :focus')) return Promise.resolve(true)
  clearTimeout(leaving)
  if (shown !== link) {
    hide()
    result = show(link)
  }
  return result
}

async function show(link: HTMLAnchorElement): Promise<boolean> {
  box ??= createBox()
  box.replaceChildren()
  link.setAttribute('aria-describedby', box.id)
  shown = link
  showing = new AbortController()
  const { signal } = showing
  link.addEventListener('pointerleave', leaveSoon, { signal })
  link.addEventListener('blur', hide, { signal })
  const content = await findContent(link, signal)
  if (signal.aborted || !content) return signal.aborted
  box.replaceChildren(content)
  box.scrollTop = 0
  box.showPopover()
  place(box, link)
  return true
}

function createBox(): HTMLElement {
  const element = document.createElement('section')
  element.id = 'preview'
  element.ariaLabel = pageMessages().preview
  element.className = 'preview prose'
  element.popover = 'manual'
  element.addEventListener('pointerenter', () => clearTimeout(leaving))
  element.addEventListener('pointerleave', leaveSoon)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide()
  })
  // A tap outside closes the preview.
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !element.contains(target) && !shown?.contains(target)) hide()
  })
  // A page that is restored from the back/forward cache must not show the preview of the link that left it.
  window.addEventListener('pagehide', hide)
  // React tolerates unknown elements in the body only, and may still have to hydrate the rest.
  document.body.append(element)
  return element
}

function leaveSoon(event: PointerEvent): void {
  // A finger that is lifted also fires this event.
  if (event.pointerType !== 'mouse') return
  clearTimeout(leaving)
  if (box?.matches(':popover-open')) leaving = setTimeout(hide, grace)
  else hide()
}

function hide(): void {
  clearTimeout(leaving)
  showing?.abort()
  shown?.removeAttribute('aria-describedby')
  shown = undefined
  if (box?.matches(':popover-open')) box.hidePopover()
}

/**
 * Above the line of a reference, because the text after it, often the next equation, is read together with the preview.
 * Below a link to an article. On the other side if there is no room, and always within the window. A link may wrap: the
 * preview covers none of its lines.
 */
function place(element: HTMLElement, link: HTMLElement): void {
  const whole = link.getBoundingClientRect()
  const first = link.getClientRects()[0] ?? whole
  const { width, height } = element.getBoundingClientRect()
  const margin = 8
  const left = Math.max(margin, Math.min(first.left, document.documentElement.clientWidth - width - margin))
  const above = whole.top - height - margin
  const below = whole.bottom + margin
  const fitsAbove = above >= 0
  const fitsBelow = below + height <= window.innerHeight
  const isAbove = link.matches('.reference, .citation') ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow
  element.style.left = `${left}px`
  element.style.top = `${Math.max(0, isAbove ? above : below)}px`
}

/** The target of a link: copied from this page, or fetched. */
async function findContent(link: HTMLAnchorElement, signal: AbortSignal): Promise<Node | undefined> {
  const anchor = decodeURIComponent(link.hash.slice(1))
  const isHere = link.pathname === window.location.pathname
  if (isHere) {
    const anchors = link.dataset.works?.split(' ') ?? [anchor]
    const targets = anchors.flatMap((id) => findTarget(id) ?? [])
    if (targets.length === 0) return undefined
    const content = document.createDocumentFragment()
    content.append(...targets.map(copy))
    return content
  }
  const slug = /^\/posts\/([^/]+)$/.exec(link.pathname)?.[1]
  if (!slug) return undefined
  await new Promise((resolve) => setTimeout(resolve, fetchDelay))
  if (signal.aborted) return undefined
  // A reference shows the label; any other link shows the article, also if it leads to a section.
  const label = link.classList.contains('reference') ? `/${encodeURIComponent(anchor)}` : ''
  try {
    const response = await fetch(`/previews/${slug}${label}`, { signal })
    if (!response.ok) return undefined
    return document.createRange().createContextualFragment(trustHtml(await response.text()))
  } catch {
    // Aborted, or offline.
    return undefined
  }
}

/** The element to show for an id: the display of an equation number, a statement, a figure or a cited work. */
function findTarget(id: string): Element | undefined {
  const element = document.getElementById(id)
  if (!element) return undefined
  const whole = element.closest('.display, .statement, figure, li')
  if (whole) return whole
  // The id of `subequations` is before its first display.
  for (const display of document.querySelectorAll('.display'))
    if (element.compareDocumentPosition(display) & Node.DOCUMENT_POSITION_FOLLOWING) return display
  return undefined
}

function copy(element: Element): Node {
  const clone = element.cloneNode(true) as Element
  for (const part of [clone, ...clone.querySelectorAll('[id], [tabindex], .tools')]) {
    part.removeAttribute('id')
    part.removeAttribute('tabindex')
    if (part.classList.contains('tools')) part.remove()
  }
  if (clone.tagName !== 'LI') return clone
  const work = document.createElement('p')
  work.append(...clone.childNodes)
  return work
}
