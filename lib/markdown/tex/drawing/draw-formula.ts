/** A formula as an image. Only characters that Computer Modern lacks, such as Han, need a font. */
export interface DrawnFormula {
  /** An SVG document that uses the current colour. */
  svg: string
  /** In ems. */
  width: number
  /** Height above the baseline, in ems. */
  height: number
  /** Depth below the baseline, in ems. */
  depth: number
}

/**
 * Draw a formula from KaTeX's MathML (`Formula['mathml']`). Only KaTeX parses TeX, so every formula of an article can be drawn
 * with the macros of the article.
 *
 * @returns undefined if the formula cannot be drawn, never an image of an error
 */
export async function drawFormula(mathml: string): Promise<DrawnFormula | undefined> {
  const { toSvg } = await import('./mathjax')
  const spaced = mathml
    // MathJax adds no space to the left of a relation after the empty row that KaTeX puts there.
    .replaceAll('<mrow></mrow>', '<mi></mi>')
    // MathJax recognises an operator by the function application after it, but not if both have an index, as in `\log_2`.
    .replace(
      /<mrow><mi([^>]*)>([^<]*)<\/mi><mo>\u2061<\/mo><\/mrow>/g,
      '<mi data-mjx-texclass="OP"$1>$2</mi>',
    )
    // Computer Modern has no double-struck digits: each is drawn twice, close together.
    .replace(
      /<mn>([𝟘-𝟡]+)<\/mn>/gu,
      (_, digits: string) => `<mrow>${[...digits].map(drawTwice).join('')}</mrow>`,
    )
  const drawn = attempt(() => toSvg(spaced, /^<math[^>]* display="block"/.test(mathml)))
  const [, viewBox, content] = /^<svg[^>]* viewBox="([^"]*)"[^>]*>(.*)<\/svg>/s.exec(drawn ?? '') ?? []
  if (!viewBox || !content || /data-mml-node="merror"|data-mjx-error/.test(content)) return undefined
  const [, top = 0, width = 0, whole = 0] = viewBox.split(' ').map((number) => Number(number) / 1000)
  if (!/<(?:path|rect|line|text)\b/.test(content)) return undefined
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}em" height="${whole}em">` +
      `${content.replace(internalAttributes, '')}</svg>`,
    width,
    height: -top,
    depth: whole + top,
  }
}

/** 𝟙 → two overlapping 1. */
function drawTwice(doubleStruck: string): string {
  const digit = `<mn>${(doubleStruck.codePointAt(0) ?? 0) - 0x1d7d8}</mn>`
  return `${digit}<mspace width="-0.41em"></mspace>${digit}`
}

/** Attributes for MathJax's explorer. */
const internalAttributes = / (?:data-[a-z-]+|aria-hidden)="[^"]*"/g

function attempt(draw: () => string): string | undefined {
  try {
    return draw()
  } catch {
    return undefined
  }
}
