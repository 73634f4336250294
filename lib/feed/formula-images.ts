import { drawFormula } from '../markdown/draw-formula'
import { hash } from '../store/store'

/** Pixels of an em: what most readers set text in. */
const em = 17
/** TeX's axis, in ems above the baseline, where the minus stands: half of an x, to a hair. */
const axis = 0.25
/** Around what is drawn, in ems. */
const margin = 0.05
/** Changes with whatever an image's size follows from beside its formula. */
export const sizesVersion = [em, axis, margin].join()

const formulas = /<math\b[^>]*>.*?<annotation[^>]*>(.*?)<\/annotation><\/semantics><\/math>/gs

/** What an image takes in a line, in ems. */
export interface ImageSize {
  width: number
  height: number
  /** How much of its height is below the baseline. */
  depth: number
}

/** The formulas of an article that are to be images, in order, each once. */
export function listFormulas(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(formulas), ([mathml]) => mathml))]
}

/**
 * An article for readers without MathML: each formula an image that says its TeX and has its place before it is there.
 *
 * @param html as `printFeed` wrote it
 */
export function withFormulaImages(
  html: string,
  addressOf: (name: string) => string,
  sizes: ReadonlyMap<string, ImageSize>,
): string {
  return html.replace(formulas, (mathml, tex: string) => {
    const size = sizes.get(mathml)
    const [attributes, style] = size ? place(size, isDisplay(mathml)) : ['', 'vertical-align:middle']
    const alt = tex.replaceAll('"', '&quot;')
    return `<img src="${addressOf(hash(mathml))}" alt="${alt}"${attributes} style="${style}">`
  })
}

/** Pixels for readers that drop styles, ems for the others: formulas are as large as the text around them. */
function place({ width, height, depth }: ImageSize, isDisplay: boolean): [attributes: string, style: string] {
  const pixels = (ems: number) => Math.max(1, Math.round(ems * em))
  return [
    ` width="${pixels(width)}" height="${pixels(height)}"`,
    isDisplay
      ? `display:block;margin:1em auto;width:${width}em;max-width:100%;height:auto`
      : `width:${width}em;height:${height}em;vertical-align:${-depth}em`,
  ]
}

/** The formula of an article that has this name, as MathML. */
export function findFormula(html: string, name: string): string | undefined {
  for (const [mathml] of html.matchAll(formulas)) if (hash(mathml) === name) return mathml
  return undefined
}

/** How much each of these takes. */
export async function measureFormulaImages(mathml: readonly string[]): Promise<ImageSize[]> {
  const sizes: ImageSize[] = []
  for (const one of mathml) sizes.push((await drawImage(one)).size)
  return sizes
}

/** Draw a formula as a document of its own. */
export async function drawFormulaImage(mathml: string): Promise<string> {
  return (await drawImage(mathml)).svg
}

interface Image {
  svg: string
  size: ImageSize
}

async function drawImage(mathml: string): Promise<Image> {
  const drawn = await drawFormula(mathml)
  if (!drawn) return drawTex(mathml)
  // Centred on its axis in a line, so that it stands right by `vertical-align: middle` too.
  const above = isDisplay(mathml) ? drawn.height : Math.max(drawn.height, drawn.depth + 2 * axis)
  const below = isDisplay(mathml) ? drawn.depth : above - 2 * axis
  const content = drawn.svg.replace(/^<svg[^>]*>|<\/svg>$/g, '')
  return frame(content, { width: drawn.width, above, below })
}

/** What cannot be drawn is shown as it was written. */
function drawTex(mathml: string): Image {
  const [, tex = ''] = new RegExp(formulas.source, 's').exec(mathml) ?? []
  const content = `<text font-family="monospace" font-size="1000" fill="currentColor">${tex}</text>`
  return frame(content, { width: 0.6 * tex.length, above: 1, below: 0.4 })
}

/**
 * An image does not know what it stands on: it brings its paper along, dark where its reader says so. Where that is said
 * falsely, it can be read all the same. Colours of an author's were chosen for white.
 */
const dark = '<style>@media(prefers-color-scheme:dark){svg{color:#e8e6e1}.paper{fill:#1b1a18}}</style>'

function frame(content: string, ink: { width: number; above: number; below: number }): Image {
  const round = (ems: number) => Math.round(ems * 1000)
  const [x, y] = [round(-margin), round(-ink.above - margin)]
  const [width, height] = [round(ink.width + 2 * margin), round(ink.above + ink.below + 2 * margin)]
  const pixels = (thousandths: number) => ((thousandths * em) / 1000).toFixed(2)
  const isColoured = /(?:fill|stroke)="(?!currentColor|none)/.test(content)
  return {
    size: { width: width / 1000, height: height / 1000, depth: round(ink.below + margin) / 1000 },
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${pixels(width)}" height="${pixels(height)}">` +
      `${isColoured ? '' : dark}<rect class="paper" x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>${content}</svg>`,
  }
}

function isDisplay(mathml: string): boolean {
  return /^<math[^>]* display="block"/.test(mathml)
}
