import type { Palette } from '../colours'

/** The icon of a site without a file of its own: a corner and the dot of a proof, as SVG. */
export function printIcon({ seal: [seal], paper: [paper] }: Pick<Palette, 'seal' | 'paper'>, name: string) {
  const title = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <title>${title}</title>
  <rect width="32" height="32" rx="5" fill="${seal}"/>
  <path d="M8 8h11a5 5 0 0 1 5 5v11M8 24h9" fill="none" stroke="${paper}" stroke-width="3"/>
  <circle cx="24" cy="24" r="2.5" fill="${paper}"/>
</svg>
`
}
