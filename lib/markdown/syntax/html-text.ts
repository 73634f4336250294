/** Elements whose text is not prose. */
const literalElements: ReadonlySet<string> = new Set([
  ...['pre', 'code', 'kbd', 'samp', 'tt', 'script', 'style', 'textarea', 'xmp', 'title', 'select', 'option'],
  ...['svg', 'math', 'iframe', 'noscript', 'template', 'object'],
])

/** Elements that contain no elements. */
const rawElements: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'xmp', 'title', 'iframe'])

/** Is this the name of an element in which dollars are characters? */
export function isLiteralElement(name: string): boolean {
  return literalElements.has(name.toLowerCase())
}

/** A part of a piece of HTML, by its offsets. */
export interface TextRange {
  start: number
  end: number
}

/**
 * Find the prose in a piece of HTML: text outside of tags, attributes, comments, and elements such as `<pre>`.
 *
 *     <td class="$">甲 $a<b$</td>
 *                   ^^^^^^^
 */
export function findHtmlText(html: string): TextRange[] {
  const found: TextRange[] = []
  let textStart = 0
  let index = html.indexOf('<')
  while (index >= 0) {
    const end = endOfMarkup(html, index)
    if (end === undefined) {
      index = html.indexOf('<', index + 1)
      continue
    }
    if (index > textStart) found.push({ start: textStart, end: index })
    textStart = endOfElement(html, index, end)
    index = html.indexOf('<', textStart)
  }
  if (textStart < html.length) found.push({ start: textStart, end: html.length })
  return found
}

/** The end of the comment or tag that starts at an offset; undefined if its `<` is a character. */
function endOfMarkup(html: string, start: number): number | undefined {
  if (html.startsWith('<!--', start)) return endOf(html, '-->', start)
  if (/[!?]/.test(html.charAt(start + 1))) return endOf(html, '>', start)
  if (!/^<\/?[a-zA-Z]/.test(html.slice(start, start + 3))) return undefined
  let quote = ''
  for (let index = start + 1; index < html.length; index++) {
    const character = html.charAt(index)
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return index + 1
    else if (character === '<') return undefined
    else if (/["']/.test(character) && html.charAt(index - 1) === '=') quote = character
  }
  return undefined
}

/** The end of an element without prose if its start tag is at these offsets, otherwise the end of the tag. */
function endOfElement(html: string, start: number, end: number): number {
  const name = /^<([a-zA-Z][^\s/>]*)/.exec(html.slice(start, Math.min(end, start + 32)))?.[1]?.toLowerCase()
  if (name === undefined || !literalElements.has(name) || html.charAt(end - 2) === '/') return end
  if (rawElements.has(name)) {
    const close = new RegExp(`</${name}`, 'gi')
    close.lastIndex = end
    return close.test(html) ? endOf(html, '>', close.lastIndex) : html.length
  }
  let depth = 1
  for (const { index, 0: tag, 1: slash } of html
    .slice(end)
    .matchAll(new RegExp(`<(/?)${name}\\b[^<>]*>`, 'gi'))) {
    if (!tag.endsWith('/>')) depth += slash ? -1 : 1
    if (depth === 0) return end + index + tag.length
  }
  return html.length
}

function endOf(html: string, text: string, start: number): number {
  const index = html.indexOf(text, start)
  return index < 0 ? html.length : index + text.length
}
