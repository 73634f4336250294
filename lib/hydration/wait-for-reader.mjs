/**
 * The one script of a page that nobody touches. It stands in the place of React's and Next's: pages are whole without
 * them, and a phone is busy with them for half a second, so that they wait until a reader does something. What was done
 * meanwhile is done again once they are there, but for what browsers do by themselves: to follow a link, to send a form.
 *
 * It is sent to the browser as its own text, so that it knows nothing but its parameters.
 *
 * @param {readonly string[]} names of scripts beside it, to run in this order
 */
export function waitForReader(names) {
  // As the host writes addresses, with its prefix or query: by them chunks know each other.
  const own = document.currentScript?.getAttribute('src') ?? ''
  const scripts = names.map((name) => own.replace(/[^/]+\.js(?=$|\?)/, name))
  const signs = [
    'pointermove',
    'pointerover',
    'pointerdown',
    'focusin',
    'selectstart',
    'keydown',
    'click',
    'input',
    'scroll',
  ]
  /** @type {Event[]} */
  const missed = []
  /** @param {Event} event */
  const notice = (event) => {
    // Browsers have a search of their own on these keys, which would not wait.
    if (event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey) && event.key === 'k')
      event.preventDefault()
    // A page that comes to lie under a pointer hears of it; its reader has done nothing.
    if (event.type !== 'pointerover') run()
    if (event.type !== 'pointermove') missed.push(event)
  }
  const stop = () => {
    for (const sign of signs) removeEventListener(sign, notice, true)
  }
  let runs = false
  const run = () => {
    if (runs) return
    runs = true
    for (const src of scripts) add('script', { src, async: false, onerror: stop })
    new MutationObserver((_, observer) => {
      observer.disconnect()
      stop()
      for (const event of missed) repeat(event)
    }).observe(document.documentElement, { attributeFilter: ['data-ready'] })
  }
  /** @param {Event} event */
  const repeat = (event) => {
    const { target, type } = event
    if (!target) return
    const element = target instanceof Element ? target : document.documentElement
    // A click that is repeated presses what it falls on: no link and no form a second time.
    if (type === 'click' && !element.closest('button[type=button]')) return
    if (type === 'pointerover' && !element.matches(':hover')) return
    if (type === 'focusin' && !element.matches(':focus')) return
    const Kind = /** @type {typeof Event} */ (event.constructor)
    target.dispatchEvent(new Kind(type, event))
  }
  /** @param {string} element @param {object} properties */
  const add = (element, properties) =>
    document.head.append(Object.assign(document.createElement(element), properties))
  // Whoever comes back to an article is offered to go on where it was left (`lib/enhance/visit.ts`).
  const isPlaceKept = () => {
    try {
      return localStorage.getItem('places')?.includes(JSON.stringify(location.pathname))
    } catch {
      return false
    }
  }
  for (const sign of signs) addEventListener(sign, notice, true)
  if (isPlaceKept()) run()
  addEventListener('load', () => {
    // What the server could not draw, React draws in the browser (next 16, react 19).
    if (document.querySelector('#__next_error__, template[data-dgst]')) run()
    // Fetched once the page is there, they are at hand when they are asked for.
    for (const href of scripts) add('link', { rel: 'prefetch', as: 'script', href })
  })
}
