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
 * MathML as MathJax's SVG, whose unit is a thousandth of an em. Import it on demand: MathJax takes 20 MB.
 *
 * `package.json` replaces the font that MathJax brings, 50 MB, by its version of Computer Modern: KaTeX's face.
 */
export function toSvg(mathml: string, display: boolean): string {
  return adaptor.innerHTML(document.convert(mathml, { display }))
}
