/** The elements of HTML that texts contain. `<` before another name is a character: `$a<b$`. */
export const htmlNames: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'address', 'area', 'article', 'aside', 'audio', 'b', 'bdi', 'bdo', 'big', 'blockquote'],
  ...['body', 'br', 'button', 'canvas', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'data', 'dd'],
  ...[
    'del',
    'details',
    'dfn',
    'dialog',
    'div',
    'dl',
    'dt',
    'em',
    'embed',
    'fieldset',
    'figcaption',
    'figure',
  ],
  ...['font', 'footer', 'form', 'frame', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hr', 'html'],
  ...['i', 'iframe', 'img', 'input', 'ins', 'kbd', 'label', 'legend', 'li', 'link', 'main', 'map', 'mark'],
  ...['math', 'meta', 'meter', 'nav', 'noscript', 'object', 'ol', 'optgroup', 'option', 'p', 'param', 'path'],
  ...['picture', 'pre', 'progress', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'script', 'section', 'select'],
  ...['small', 'source', 'span', 'strike', 'strong', 'style', 'sub', 'summary', 'sup', 'svg', 'table'],
  ...[
    'tbody',
    'td',
    'template',
    'textarea',
    'tfoot',
    'th',
    'thead',
    'time',
    'title',
    'tr',
    'track',
    'tt',
    'u',
  ],
  ...['ul', 'use', 'var', 'video', 'wbr', 'g', 'rect', 'circle', 'line', 'text', 'annotation', 'semantics'],
])

/**
 * Does a tag with this name start at an offset, and not a relation in a formula, `$a<b>c$` or `$a<b and c>d$`? One letter is a tag
 * only if it is closed.
 *
 * @param attributes what follows the name, up to `>`
 */
export function isHtmlTag(name: string, attributes: string, html: string): boolean {
  const lower = name.toLowerCase()
  if (!htmlNames.has(lower) || !/^\s*$|=|^\s+\w+\s*$/.test(attributes)) return false
  return lower.length > 1 || attributes.includes('=') || new RegExp(`</${lower}\\s*>`, 'i').test(html)
}
