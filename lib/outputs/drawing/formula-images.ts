import { drawFormula } from '../../markdown/tex/drawing/draw-formula'
import { colours, type Palette } from '../../site/colours'
import { hash } from '../../store/store'

/** Pixels of an em: the usual font size in feed readers. */
const em = 17
/** Height of TeX's axis above the baseline, in ems: the height of a minus sign, and about half the x-height. */
const axis = 0.25
/** Margin around the drawing, in ems. */
const margin = 0.05
/** Changes with every constant that the size of an image depends on. */
export const sizesVersion = [em, axis, margin].join()

const formulas = /<math\b[^>]*>.*?<annotation[^>]*>(.*?)<\/annotation><\/semantics><\/math>/gs

/** The space that an image takes in a line, in ems. */
export interface ImageSize {
  width: number
  height: number
  /** The part of the height that is below the baseline. */
  depth: number
}

/** The distinct formulas of an article, in order, as MathML. */
export function listFormulas(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(formulas), ([mathml]) => mathml))]
}

/**
 * Replace the formulas of an article by images, for feed readers without MathML. The alternative text of an image is its
 * TeX; its size is set, so that nothing moves when it loads.
 *
 * @param html output of `printFeed`
 */
export function withFormulaImages(
  html: string,
  addressOf: (name: string) => string,
  sizes: ReadonlyMap<string, ImageSize>,
): string {
  return html.replace(formulas, (mathml, tex: string) => {
    const size = sizes.get(mathml)
    const [attributes, style] = size ? sizeAttributes(size, isDisplay(mathml)) : ['', 'vertical-align:middle']
    const alt = tex.replaceAll('"', '&quot;')
    return `<img src="${addressOf(hash(mathml))}" alt="${alt}"${attributes} style="${style}">`
  })
}

/** The size in pixels, for feed readers that remove styles, and in ems for the others, so that it follows the text. */
function sizeAttributes(
  { width, height, depth }: ImageSize,
  isDisplay: boolean,
): [attributes: string, style: string] {
  const pixels = (ems: number) => Math.max(1, Math.round(ems * em))
  return [
    ` width="${pixels(width)}" height="${pixels(height)}"`,
    isDisplay
      ? `display:block;margin:1em auto;width:${width}em;max-width:100%;height:auto`
      : `width:${width}em;height:${height}em;vertical-align:${-depth}em`,
  ]
}

/** Find a formula of an article by its name, as MathML. */
export function findFormula(html: string, name: string): string | undefined {
  for (const [mathml] of html.matchAll(formulas)) if (hash(mathml) === name) return mathml
  return undefined
}

/** Measure the images of formulas. */
export async function measureFormulaImages(mathml: readonly string[]): Promise<ImageSize[]> {
  const sizes: ImageSize[] = []
  for (const one of mathml) sizes.push((await drawImage(one)).size)
  return sizes
}

/** A formula to be drawn. */
export interface FormulaDrawing {
  mathml: string
  /** The colours of the site's theme; not set if they are the default. */
  palette?: Palette
}

/** Draw a formula as an SVG document. */
export async function drawFormulaImage({ mathml, palette = colours }: FormulaDrawing): Promise<string> {
  return (await drawImage(mathml, palette)).svg
}

interface Image {
  svg: string
  size: ImageSize
}

async function drawImage(mathml: string, palette: Palette = colours): Promise<Image> {
  const drawn = await drawFormula(mathml)
  if (!drawn) return drawTex(mathml, palette)
  // An inline formula is centred on its axis, so that its position is right with `vertical-align: middle`, too.
  const above = isDisplay(mathml) ? drawn.height : Math.max(drawn.height, drawn.depth + 2 * axis)
  const below = isDisplay(mathml) ? drawn.depth : above - 2 * axis
  const content = drawn.svg.replace(/^<svg[^>]*>|<\/svg>$/g, '')
  return frame(content, { width: drawn.width, above, below }, palette)
}

/** Show the TeX of a formula that cannot be drawn. */
function drawTex(mathml: string, palette: Palette): Image {
  const [, tex = ''] = new RegExp(formulas.source, 's').exec(mathml) ?? []
  const content = `<text font-family="monospace" font-size="1000" fill="currentColor">${tex}</text>`
  return frame(content, { width: 0.6 * tex.length, above: 1, below: 0.4 }, palette)
}

/**
 * An image cannot detect the background of the page, so it draws its own, which follows `prefers-color-scheme`. It is
 * legible even if the feed reader reports the wrong scheme. Formulas with colours stay on white, for which the author chose
 * the colours.
 */
function printDark({ ink: [, ink], paper: [, paper] }: Palette): string {
  return `<style>@media(prefers-color-scheme:dark){svg{color:${ink}}.paper{fill:${paper}}}</style>`
}

function frame(
  content: string,
  ink: { width: number; above: number; below: number },
  palette: Palette,
): Image {
  const round = (ems: number) => Math.round(ems * 1000)
  const [x, y] = [round(-margin), round(-ink.above - margin)]
  const [width, height] = [round(ink.width + 2 * margin), round(ink.above + ink.below + 2 * margin)]
  const pixels = (thousandths: number) => ((thousandths * em) / 1000).toFixed(2)
  const isColoured = /(?:fill|stroke)="(?!currentColor|none)/.test(content)
  return {
    size: { width: width / 1000, height: height / 1000, depth: round(ink.below + margin) / 1000 },
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${pixels(width)}" height="${pixels(height)}">` +
      `${isColoured ? '' : printDark(palette)}<rect class="paper" x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>${content}</svg>`,
  }
}

function isDisplay(mathml: string): boolean {
  return /^<math[^>]* display="block"/.test(mathml)
}
