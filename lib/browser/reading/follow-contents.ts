/**
 * Mark the section that is being read in the table of contents. CSS (`scroll-target-group`) could do this without a
 * script, but Chromium 156 stops at one of the first headings of articles with wide formulas.
 */
export function followContents(): void {
  let isScheduled = false
  const ask = () => {
    if (isScheduled) return
    isScheduled = true
    requestAnimationFrame(() => {
      isScheduled = false
      mark()
    })
  }
  document.addEventListener('scroll', ask, { passive: true })
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

/** The links of the table of contents. */
export function contentsLinks(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('.contents-list a')]
}
