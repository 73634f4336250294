/**
 * Replaces the HTML parser of rehype-katex (`overrides` in `package.json`): KaTeX's HTML is kept as one raw node, because
 * parsing it takes longer than typesetting. `lib/markdown/tex/katex/render-katex.ts` reads the node. This is JavaScript because
 * npm links it into `node_modules`, where it is loaded without a build.
 *
 * @param {string} value
 * @returns {import('hast').Root}
 */
export function fromHtmlIsomorphic(value) {
  return { type: 'root', children: [{ type: 'raw', value }] }
}
