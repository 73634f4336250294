/**
 * rehype-katex hands KaTeX's HTML to the package of this name, to be read back into a tree. The tree would only be
 * written out again, at more than the cost of typesetting: here the HTML stays as it is, one raw node.
 * package.json puts this in its place (`overrides`); `formula.ts` takes the node.
 *
 * @param {string} value
 * @returns {import('hast').Root}
 */
export function fromHtmlIsomorphic(value) {
  return { type: 'root', children: [{ type: 'raw', value }] }
}
