import { pageMessages } from '../messages'
import { closeDialog, createDialog, showDialog } from './dialog'
import { trustHtml } from './trust-html'

/** Milliseconds after the last key until the query is sent. */
const pause = 120

/** Path of the search page in the language of this page: `/search`, `/en/search`. */
function searchPath(): string {
  return `${document.documentElement.dataset.index ?? ''}/search`
}

let dialog: HTMLDialogElement | undefined

/** Focus the search field of the page, or open a dialog with one. */
export function openSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main .search-form input[type=search]')
  if (field) {
    field.focus()
    field.select()
    return
  }
  dialog ??= createSearch()
  if (dialog.open) return
  showDialog(dialog)
  dialog.querySelector('input')?.select()
}

/** Show results while the reader types. Set up once for each form. */
export function searchAsTyped(form: HTMLFormElement): void {
  if (form.dataset.isSetUp) return
  form.dataset.isSetUp = 'yes'
  const scope = form.closest('dialog') ?? form.parentElement ?? document.body
  const status = scope.querySelector<HTMLElement>('.search-status')
  const results = scope.querySelector<HTMLElement>('.search-results')
  if (!status || !results) return
  const isPage = scope.tagName !== 'DIALOG'
  let request: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const update = async () => {
    request?.abort()
    request = new AbortController()
    const { signal } = request
    const fields = readFields(form)
    try {
      const response = await fetch(`/api/search?${withLanguage(fields)}`, { signal })
      if (!response.ok) throw new Error(response.statusText)
      const found: { status: string; html: string } = await response.json()
      if (signal.aborted) return
      results.innerHTML = trustHtml(found.html)
      status.textContent = found.status
      if (isPage)
        history.replaceState(history.state, '', searchPath() + (fields.size > 0 ? `?${fields}` : ''))
    } catch {
      if (!signal.aborted) status.textContent = form.dataset.failed ?? ''
    }
  }
  const updateSoon = (event: Event) => {
    // An input method is still composing.
    if (event instanceof InputEvent && event.isComposing) return
    clearTimeout(timer)
    timer = setTimeout(update, event.target instanceof HTMLSelectElement ? 0 : pause)
  }
  form.addEventListener('input', updateSoon)
  form.addEventListener('compositionend', updateSoon)
  form.addEventListener('submit', (event) => {
    if (!isPage) return
    event.preventDefault()
    clearTimeout(timer)
    void update()
  })
  scope.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent) move(event, form, results)
  })
  void update()
}

function readFields(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (value !== '') fields.set(name, String(value))
  return fields
}

/** Add the language of this page, if it is not the first of the site. */
function withLanguage(fields: URLSearchParams): URLSearchParams {
  const { dataset, lang } = document.documentElement
  return new URLSearchParams([...fields, ...(dataset.index ? [['language', lang]] : [])])
}

/** The arrow keys move the focus between the field and the titles and headings of the results. */
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
  const t = pageMessages()
  const element = createDialog(t.searchField, 'search-dialog')
  element.innerHTML =
    trustHtml(`<form action="${searchPath()}" role="search" class="search-form"><input type="search" name="q" maxlength="120"
    autocomplete="off" spellcheck="false"><button type="button" class="search-close"></button></form>
    <p role="status" class="search-status"></p><div class="search-results"></div>
    <p class="search-all"><button type="submit"></button></p>`)
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
    // A result may be on this page.
    if (target instanceof Element && target.closest('.search-results a')) closeDialog(element)
  })
  element.addEventListener('keydown', (event) => {
    // In a search field, the first Escape would only clear the field.
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    closeDialog(element)
  })
  searchAsTyped(form)
  return element
}
