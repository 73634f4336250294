import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js'
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js'
import { MathML } from '@mathjax/src/js/input/mathml.js'
import { mathjax } from '@mathjax/src/js/mathjax.js'
import { SVG } from '@mathjax/src/js/output/svg.js'

const adaptor = liteAdaptor()
RegisterHTMLHandler(adaptor)
const document = mathjax.document('', {
  InputJax: new MathML(),
  OutputJax: new SVG({ fontCache: 'none', linebreaks: { inline: false } }),
})

/**
 * Convert MathML to an SVG by MathJax, in units of a thousandth of an em. Import this module on demand: MathJax needs 20 MB.
 *
 * `package.json` replaces MathJax's default font of 50 MB by its version of Computer Modern, which KaTeX uses too.
 */
export function toSvg(mathml: string, display: boolean): string {
  return adaptor.innerHTML(document.convert(mathml, { display }))
}
