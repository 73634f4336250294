/**
 * The colours of the site, `[light, dark]`. The stylesheet, cards, formula images, code and the icon read them from here. The
 * theme of a site replaces some of them (`theme/palette.ts`).
 * A test requires a contrast of at least 7:1 for each text colour (`lib/markdown/rehype/contrast.test.ts`).
 */
export const colours = {
  paper: ['#fcfbf8', '#16171a'],
  ink: ['#1d1c1a', '#e7e4dd'],
  quiet: ['#524e46', '#b4afa5'],
  rule: ['#e4dfd5', '#2c2e33'],
  bar: ['#d8cfc0', '#45474d'],
  wash: ['#f5f2eb', '#1d1f23'],
  /** The accent colour, cinnabar: links and other interactive elements. */
  seal: ['#8f2518', '#f0a08a'],
} as const

export type Colour = keyof typeof colours

/** All colours of a site, `[light, dark]`. */
export type Palette = Readonly<Record<Colour, readonly [light: string, dark: string]>>

/** The other colours of code. Pages of articles contain them, so no theme replaces them. */
export const codeColours = {
  string: ['#24512f', '#a6d2a9'],
  constant: ['#17467f', '#a3c8f0'],
  name: ['#55317f', '#cbb6f0'],
  tag: ['#0e4f56', '#93d0d3'],
  variable: ['#673c06', '#e6bd8c'],
  wrong: ['#861330', '#f7b0bd'],
} as const

/** A colour that follows the theme of the page, as CSS. */
export function lightDark([light, dark]: readonly [light: string, dark: string]): string {
  return `light-dark(${light},${dark})`
}
