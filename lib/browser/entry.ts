import { areKeysOn, isPlainKey } from './keys/is-plain-key'
import { fitToPaper } from './reading/fit-to-paper'
import { isNewVisit, mayHavePlace, readPlaces } from './reading/visit'
import { restoreTheme } from './theme/restore-theme'

// Loaded on every page. It delegates events: one listener for each kind of event, none for each element. The code that
// handles them is imported on first use; the action that caused the import takes effect when the import has finished.
// This script shares no module with that code, because esbuild would put it into another file that every page loads.

/** References and citations: `\eqref`, `[@thm-x]` and `[@key]` in the source. */
const references = 'a.reference, a.citation'

/** The start of paths of articles: any, if the site has articles at other paths than `/posts/:slug`. */
const start = document.documentElement.dataset.posts === 'anywhere' ? '/' : '/posts/'

/** Links to articles, except those next to a teaser or an excerpt of the same article. */
const articles = `main :is(li, nav, .prose) a[href^="${start}"]:not(.search-results *, [data-footnote-ref])`

/** Parts with a toolbar to copy or cite them: displayed formulas, code, tables, statements. */
const copyable = '.prose :is(.display, .framed, .statement[id])'

/** Listens in the capture phase, because React stops events on parts of the page that are not hydrated yet. */
function listen<Type extends keyof DocumentEventMap>(
  type: Type,
  listener: (event: DocumentEventMap[Type]) => void,
) {
  document.addEventListener(type, listener, { capture: true })
}

async function showPreviewOrTools(event: Event) {
  const { target } = event
  if (!(target instanceof Element)) return
  const link = target.closest<HTMLAnchorElement>(references) ?? target.closest<HTMLAnchorElement>(articles)
  // A tap on a link to an article focuses the link and follows it: no preview.
  const isFollowed = event.type === 'focusin' && link?.matches(`:not(${references}, :focus-visible)`)
  if (link && !isFollowed) (await import('./overlay/preview')).showPreview(link)
  const part = target.closest<HTMLElement>(copyable)
  if (part) (await import('./copying/tools')).showTools(part)
}
listen('pointerover', (event) => {
  if (event.pointerType === 'mouse') void showPreviewOrTools(event)
})
listen('focusin', showPreviewOrTools)

// The first tap on a reference shows its preview, the second follows it. `pointerdown` determines which it is, because the
// focus that a tap causes also opens the preview. If there is no preview, the first tap follows the reference.
let tapped: HTMLAnchorElement | null = null
listen('pointerdown', ({ target, pointerType }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>(references) : null
  const isFirst = pointerType === 'touch' && !link?.hasAttribute('aria-describedby')
  tapped = isFirst ? link : null
})
listen('click', async (event) => {
  const link = tapped
  tapped = null
  if (!link || !(event.target instanceof Node && link.contains(event.target))) return
  event.preventDefault()
  const isShown = await import('./overlay/preview').then(
    ({ showPreview }) => showPreview(link),
    () => false,
  )
  if (!isShown) link.click()
})

listen('click', async (event) => {
  const { target } = event
  if (!(target instanceof Element)) return
  if (target.closest('.theme-switch')) (await import('./theme/theme')).switchTheme()
  if (target.closest('.keys-help')) await showKeys()
  const link = target.closest<HTMLAnchorElement>('a.enlarge, a.embed')
  // With a modifier key the browser opens the image, or the contents, in a tab or a window.
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  const show = link.matches('.embed')
    ? import('./embeds/load-embed').then(({ loadEmbed }) => loadEmbed(link))
    : import('./overlay/enlarge').then(({ enlarge }) => enlarge(link))
  await show.catch(() => window.location.assign(link.href))
})

listen('keydown', async (event) => {
  const isPlain = isPlainKey(event)
  // Browsers have their own search on both of these keys.
  if (isSearchShortcut(event) || (isPlain && event.key === '/')) {
    event.preventDefault()
    await import('./overlay/search').then(
      ({ openSearch }) => openSearch(),
      () => window.location.assign(`${document.documentElement.dataset.index ?? ''}/search`),
    )
  } else if (isPlain && event.key === '?') await showKeys()
  else if (isPlain) (await import('./keys/keys')).pressKey(event.key)
})

async function showKeys() {
  ;(await import('./keys/keys-help')).showKeys(areKeysOn())
}

/** Ctrl-K or ⌘K. It works in fields and with single keys disabled, too. */
function isSearchShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && !isComposing && key.toLowerCase() === 'k'
}

async function setUpSearch({ target }: Event) {
  const form = target instanceof Element && target.closest<HTMLFormElement>('main .search-form')
  if (form) (await import('./overlay/search')).searchAsTyped(form)
}
listen('focusin', setUpSearch)
// The field may have been focused before this script ran.
listen('input', setUpSearch)

document.addEventListener(
  'scroll',
  async () => (await import('./reading/follow-contents')).followContents(),
  {
    once: true,
    passive: true,
  },
)

// When a selection is copied, its formulas are copied as TeX.
document.addEventListener(
  'selectstart',
  async () => (await import('./copying/copy-selection')).copyFormulasAsTex(),
  { once: true },
)

// The browser does not wait for an import before it prints.
window.addEventListener('beforeprint', fitToPaper)

const offer = document.querySelector<HTMLElement>('.resume')
if (offer) {
  whenShown(async () => {
    if (isNewVisit() && mayHavePlace(window.location.pathname))
      (await import('./reading/resume')).offerPlace(offer, readPlaces)
  })
  document.addEventListener(
    'scrollend',
    async () => (await import('./reading/resume')).updatePlace(offer, readPlaces),
    {
      passive: true,
    },
  )
}

// The reader may have changed the theme after this page was prerendered or put into the back/forward cache.
if (isPrerendering()) document.addEventListener('prerenderingchange', restoreTheme, { once: true })
window.addEventListener('pageshow', ({ persisted }) => persisted && restoreTheme())

// Only sites that configure analytics have this element.
const analytics = document.querySelector('script.analytics')
if (analytics)
  whenShown(async () =>
    (await import('./analytics/load-analytics')).loadAnalytics(analytics.textContent ?? '[]'),
  )

function whenShown(callback: () => void): void {
  if (isPrerendering()) document.addEventListener('prerenderingchange', callback, { once: true })
  else callback()
}

/** TypeScript's DOM types do not have it yet. */
function isPrerendering(): boolean {
  return 'prerendering' in document && document.prerendering === true
}
