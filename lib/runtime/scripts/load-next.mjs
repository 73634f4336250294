/**
 * Replaces Next's entry scripts in every page (`replace-entry-scripts.mjs`). It loads them only if the page contains an
 * interactive component: when one is less than a window away and the browser is idle, or at once when the reader touches
 * one. It also loads them if the server could not render the page, because Next then renders an error message in the
 * browser.
 *
 * This function is sent to browsers as its own source text. It can use nothing but its parameters.
 *
 * @param {readonly string[]} names of Next's scripts in the folder of this script, in the order in which they run
 */
export function loadNext(names) {
  // With the prefix and the query of the host, which the URLs of all chunks need.
  const own = document.currentScript?.getAttribute('src') ?? ''
  let isLoading = false
  const load = () => {
    if (isLoading) return
    isLoading = true
    for (const name of names)
      document.head.append(
        Object.assign(document.createElement('script'), {
          src: own.replace(/[^/]+\.js(?=$|\?)/, name),
          async: false,
        }),
      )
  }
  const start = () => {
    if (document.querySelector('#__next_error__')) return load()
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        if ('requestIdleCallback' in window) requestIdleCallback(load)
        else load()
      },
      { rootMargin: '100%' },
    )
    for (const component of document.querySelectorAll('[data-component]')) {
      // The component itself has no box (`display: contents`).
      observer.observe(component.firstElementChild ?? component)
      for (const type of ['pointerover', 'pointerdown', 'focusin'])
        component.addEventListener(type, load, { once: true, passive: true })
    }
  }
  if (document.readyState === 'complete') start()
  else addEventListener('load', start)
}
