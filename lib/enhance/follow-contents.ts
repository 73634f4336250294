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

/** Looked up anew each time: a navigation brings other contents, and keeps the old ones hidden. */
function mark(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents-list a')]
  const read = links.findLast(({ hash }) => {
    const heading = document.getElementById(decodeURIComponent(hash.slice(1)))
    return heading && heading.getBoundingClientRect().top < window.innerHeight / 3
  })
  for (const link of links)
    if (link === read) link.ariaCurrent = 'location'
    else link.removeAttribute('aria-current')
}
