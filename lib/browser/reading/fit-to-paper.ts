/** Width of the text on paper in ems of the page, as `app/print.css` sets it: 166 mm at 10.5 pt, without padding. */
const paper = 41.2

/**
 * Set the scale at which each displayed formula fits on paper, before the page is printed. Only the scale of environments is
 * used, because other formulas continue on the next line.
 */
export function fitToPaper(): void {
  const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  for (const body of document.querySelectorAll<HTMLElement>('.display-body')) {
    const number = body.nextElementSibling?.getBoundingClientRect().width ?? 0
    const scale = (paper * em - number) / body.scrollWidth
    body.style.setProperty('--paper-scale', String(Math.min(1, Math.max(0.5, scale))))
  }
}
