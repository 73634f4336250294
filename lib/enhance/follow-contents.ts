/**
 * Mark in the table of contents what is being read. By script: `scroll-target-group` would do without, but Chromium 156
 * stays at one of the first headings of articles that hold wide formulas.
 *
 * @param signal ends it
 */
export function followContents(signal: AbortSignal): void {
  let isAsked = false
  const ask = () => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      mark()
    })
  }
  document.addEventListener('scroll', ask, { passive: true, signal })
  ask()
}

function mark(): void {
  const read = readLink()
  for (const link of contentsLinks())
    if (link === read) link.ariaCurrent = 'location'
    else link.removeAttribute('aria-current')
}

/** The link to the section that is being read; undefined before the first. */
export function readLink(): HTMLAnchorElement | undefined {
  return contentsLinks().findLast(({ hash }) => {
    const heading = document.getElementById(decodeURIComponent(hash.slice(1)))
    return heading && heading.getBoundingClientRect().top < window.innerHeight / 3
  })
}

/** Looked up anew each time: a navigation brings other contents, and keeps the old ones out of the document. */
export function contentsLinks(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('.contents-list a')]
}
