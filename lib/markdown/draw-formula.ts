/** A formula as a picture that needs no font, except for what Computer Modern lacks: Han characters. */
export interface DrawnFormula {
  /** A document of its own, in the current colour. */
  svg: string
  /** In ems, as are the others. */
  width: number
  /** Above the baseline. */
  height: number
  /** Below it. */
  depth: number
}

/**
 * Draw a formula from the MathML that KaTeX made of it (`Formula['mathml']`): KaTeX remains the only one who reads TeX,
 * so whatever an article can show can be drawn, with the macros it had there.
 *
 * @returns nothing for what cannot be drawn, never a picture of an error.
 */
export async function drawFormula(mathml: string): Promise<DrawnFormula | undefined> {
  const { toSvg } = await import('./mathjax')
  const spaced = mathml
    // MathJax gives a relation the space at its left only beside something: KaTeX sets an empty row there.
    .replaceAll('<mrow></mrow>', '<mi></mi>')
    // It knows the name of an operator by the application after it, but not where the two have an index.
    .replace(
      /<mrow><mi([^>]*)>([^<]*)<\/mi><mo>\u2061<\/mo><\/mrow>/g,
      '<mi data-mjx-texclass="OP"$1>$2</mi>',
    )
  const drawn = attempt(() => toSvg(spaced, /^<math[^>]* display="block"/.test(mathml)))
  const [, viewBox, content] = /^<svg[^>]* viewBox="([^"]*)"[^>]*>(.*)<\/svg>/s.exec(drawn ?? '') ?? []
  if (!viewBox || !content || /data-mml-node="merror"|data-mjx-error/.test(content)) return undefined
  const [, top = 0, width = 0, whole = 0] = viewBox.split(' ').map((number) => Number(number) / 1000)
  if (!/<(?:path|rect|line|text)\b/.test(content)) return undefined
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}em" height="${whole}em">` +
      `${content.replace(internal, '')}</svg>`,
    width,
    height: -top,
    depth: whole + top,
  }
}

/** What MathJax notes for its own explorer. */
const internal = / (?:data-[a-z-]+|aria-hidden)="[^"]*"/g

function attempt(draw: () => string): string | undefined {
  try {
    return draw()
  } catch {
    return undefined
  }
}
