import { closeDialog, createDialog, showDialog } from './dialog'
import { words } from './words'

/** Time without a key after which a question is asked. */
const pause = 120

let dialog: HTMLDialogElement | undefined

/** Go to the field of the page, or open one above it. */
export function openSearch(): void {
  const own = document.querySelector<HTMLInputElement>('main .search-form input[type=search]')
  if (own) {
    own.focus()
    own.select()
    return
  }
  dialog ??= createSearch()
  if (dialog.open) return
  showDialog(dialog)
  dialog.querySelector('input')?.select()
}

/** Answer as one types, once for each form. */
export function answerAsTyped(form: HTMLFormElement): void {
  if (form.dataset.answers) return
  form.dataset.answers = 'yes'
  const scope = form.closest('dialog') ?? form.parentElement ?? document.body
  const status = scope.querySelector<HTMLElement>('.search-status')
  const results = scope.querySelector<HTMLElement>('.search-results')
  if (!status || !results) return
  const isPage = scope.tagName !== 'DIALOG'
  let asking: AbortController | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    const address = addressOf(form)
    try {
      const response = await fetch(`/api/search${address}`, { signal })
      if (!response.ok) throw new Error(response.statusText)
      const answer: { status: string; html: string } = await response.json()
      if (signal.aborted) return
      results.innerHTML = answer.html
      status.textContent = answer.status
      if (isPage) history.replaceState(history.state, '', `/search${address}`)
    } catch {
      if (!signal.aborted) status.textContent = form.dataset.failed ?? ''
    }
  }
  const askSoon = (event: Event) => {
    // An input method is still composing.
    if (event instanceof InputEvent && event.isComposing) return
    clearTimeout(waiting)
    waiting = setTimeout(ask, event.target instanceof HTMLSelectElement ? 0 : pause)
  }
  form.addEventListener('input', askSoon)
  form.addEventListener('compositionend', askSoon)
  form.addEventListener('submit', (event) => {
    if (!isPage) return
    event.preventDefault()
    clearTimeout(waiting)
    void ask()
  })
  scope.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent) move(event, form, results)
  })
  void ask()
}

function addressOf(form: HTMLFormElement): string {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (value !== '') fields.set(name, String(value))
  const text = fields.toString()
  return text && `?${text}`
}

/** The arrows go from the field through the titles and headings that were found, and back. */
function move(event: KeyboardEvent, form: HTMLFormElement, results: HTMLElement): void {
  const { key, target } = event
  if ((key !== 'ArrowDown' && key !== 'ArrowUp') || event.isComposing || target instanceof HTMLSelectElement)
    return
  const field = form.querySelector<HTMLElement>('input[type=search]')
  const links = [...results.querySelectorAll<HTMLElement>(':is(h2, h3) a')]
  const stops = field ? [field, ...links] : links
  const at = stops.findIndex((stop) => stop.isSameNode(target instanceof Node ? target : null))
  const next = at < 0 ? undefined : stops[at + (key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function createSearch(): HTMLDialogElement {
  const t = words()
  const element = createDialog(t.searchField, 'search-dialog')
  element.innerHTML = `<form action="/search" role="search" class="search-form"><input type="search" name="q" maxlength="120"
    autocomplete="off" spellcheck="false"><button type="button" class="search-close"></button></form>
    <p role="status" class="search-status"></p><div class="search-results"></div>
    <p class="search-all"><button type="submit"></button></p>`
  const form = element.querySelector('form')
  const input = element.querySelector('input')
  const closer = element.querySelector<HTMLElement>('.search-close')
  const more = element.querySelector<HTMLElement>('.search-all button')
  if (!form || !input || !closer || !more) return element
  form.dataset.failed = t.searchFailed
  input.setAttribute('aria-label', t.searchField)
  input.placeholder = t.searchField
  closer.setAttribute('aria-label', t.close)
  closer.textContent = '×'
  more.textContent = t.searchAll
  more.addEventListener('click', () => form.submit())
  closer.addEventListener('click', () => closeDialog(element))
  element.addEventListener('click', ({ target }) => {
    // What leads elsewhere may lead elsewhere on this page.
    if (target instanceof Element && target.closest('.search-results a')) closeDialog(element)
  })
  element.addEventListener('keydown', (event) => {
    // In a search field, a first Escape would empty it.
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    closeDialog(element)
  })
  answerAsTyped(form)
  return element
}
