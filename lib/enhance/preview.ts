/** The one box that shows what a link leads to, the link it stands at, and what ends the showing. */
let box: HTMLElement | undefined
let shown: HTMLAnchorElement | undefined
let showing: AbortController | undefined
let answer: Promise<boolean> = Promise.resolve(false)
let leaving: ReturnType<typeof setTimeout> | undefined

/** Time to move the pointer from the link into the box. */
const grace = 250
/** Time a reader stays at a link before something is fetched: passing over it asks for nothing. */
const patience = 250

/**
 * Show what a link leads to beside it, until the reader leaves both, presses Escape or follows it.
 *
 * @returns false where there is nothing to show, and the reader still waits for it
 */
export function showPreview(link: HTMLAnchorElement): Promise<boolean> {
  if (box?.contains(link)) return Promise.resolve(false)
  clearTimeout(leaving)
  if (shown !== link) {
    hide()
    answer = show(link)
  }
  return answer
}

async function show(link: HTMLAnchorElement): Promise<boolean> {
  // The reader may have gone on while this code was loaded.
  if (!link.matches(':hover, :focus')) return true
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
  const element = document.createElement('div')
  element.id = 'preview'
  element.className = 'preview prose'
  element.popover = 'manual'
  element.addEventListener('pointerenter', () => clearTimeout(leaving))
  element.addEventListener('pointerleave', leaveSoon)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide()
  })
  // A tap elsewhere closes.
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !element.contains(target) && !shown?.contains(target)) hide()
  })
  // A link that was followed may leave the page without a word of it.
  window.navigation?.addEventListener('navigate', hide)
  // A landmark, for those who go by them.
  document.querySelector('main')?.append(element)
  return element
}

function leaveSoon(event: PointerEvent): void {
  // A finger leaves as soon as it is lifted.
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

/** Below the link where there is room, else above; never beyond the window's sides. */
function place(element: HTMLElement, link: HTMLElement): void {
  // A link may break over two lines: the first piece is what the reader pointed at.
  const anchor = link.getClientRects()[0] ?? link.getBoundingClientRect()
  const { width, height } = element.getBoundingClientRect()
  const margin = 8
  const left = Math.max(margin, Math.min(anchor.left, document.documentElement.clientWidth - width - margin))
  const below = anchor.bottom + margin
  const fits = below + height <= window.innerHeight || anchor.top < height + margin
  element.style.left = `${left}px`
  element.style.top = `${fits ? below : anchor.top - height - margin}px`
}

/** What the link leads to: from this page where it stands here, else from the site. */
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
  await new Promise((resolve) => setTimeout(resolve, patience))
  if (signal.aborted) return undefined
  // A reference names a label; any other link an article, wherever in it it leads.
  const label = link.classList.contains('reference') ? `/${encodeURIComponent(anchor)}` : ''
  try {
    const response = await fetch(`/previews/${slug}${label}`, { signal })
    if (!response.ok) return undefined
    return document.createRange().createContextualFragment(await response.text())
  } catch {
    // Left meanwhile, or offline.
    return undefined
  }
}

/** The whole of what an id names: a number's display, a statement, a work. */
function findTarget(id: string): Element | undefined {
  const element = document.getElementById(id)
  if (!element) return undefined
  const whole = element.closest('.display, .statement, figure, li')
  if (whole) return whole
  // `subequations` has its id before its first display.
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
