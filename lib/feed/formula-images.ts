import { drawFormula } from '../markdown/draw-formula'
import { hash } from '../store/store'

/** Pixels of an em: what most readers set text in. */
const em = 17
/** TeX's axis, in ems above the baseline, where the minus stands: half of an x, to a hair. */
const axis = 0.25
/** Around what is drawn, in ems. */
const margin = 0.05

const formulas = /<math\b[^>]*>.*?<annotation[^>]*>(.*?)<\/annotation><\/semantics><\/math>/gs

/**
 * An article for readers without MathML: each formula an image that says its TeX. None is drawn for that, which would
 * take seconds: an image is centred on its axis, so that it needs no measures to stand right in a line.
 *
 * @param html as `printFeed` wrote it
 */
export function withFormulaImages(html: string, addressOf: (name: string) => string): string {
  return html.replace(formulas, (mathml, tex: string) => {
    const style = isDisplay(mathml) ? 'display:block;margin:1em auto;max-width:100%' : 'vertical-align:middle'
    return `<img src="${addressOf(hash(mathml))}" alt="${tex.replaceAll('"', '&quot;')}" style="${style}">`
  })
}

/** The formula of an article that has this name, as MathML. */
export function findFormula(html: string, name: string): string | undefined {
  for (const [mathml] of html.matchAll(formulas)) if (hash(mathml) === name) return mathml
  return undefined
}

/** Draw a formula, black on white: an image does not know whether it is dark around it. */
export async function drawFormulaImage(mathml: string): Promise<string> {
  const drawn = await drawFormula(mathml)
  if (!drawn) return writeTex(mathml)
  const above = isDisplay(mathml) ? drawn.height : Math.max(drawn.height, drawn.depth + 2 * axis)
  const below = isDisplay(mathml) ? drawn.depth : above - 2 * axis
  return drawn.svg.replace(
    /^<svg[^>]*>/,
    open(-margin, -above - margin, drawn.width + 2 * margin, above + below + 2 * margin),
  )
}

/** What cannot be drawn is shown as it was written. */
function writeTex(mathml: string): string {
  const [, tex = ''] = new RegExp(formulas.source, 's').exec(mathml) ?? []
  return `${open(0, -1, 0.6 * tex.length, 1.4)}<text font-family="monospace" font-size="1000">${tex}</text></svg>`
}

/** The start of an image, from measures in ems. */
function open(left: number, top: number, width: number, height: number): string {
  const [x, y, w, h] = [left, top, width, height].map((number) => Math.round(number * 1000))
  const size = (number: number) => (number * em).toFixed(2)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${w} ${h}" width="${size(width)}" height="${size(height)}">` +
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#fff"/>`
  )
}

function isDisplay(mathml: string): boolean {
  return /^<math[^>]* display="block"/.test(mathml)
}
