import { texOf } from './text-of'

/** Elements between which a blank line is, and those that begin a line. */
const blocks =
  'p, div, section, h1, h2, h3, h4, h5, h6, ul, ol, dl, blockquote, figure, table, pre, details, hr'
const lines = 'li, dt, dd, tr, figcaption, summary, br'

/** Environments of LaTeX that are displays themselves. */
const ownDisplay =
  /^\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray)\*?)\}[\s\S]*\\end\{\1\}$/

/**
 * The text of copied nodes, with TeX that LaTeX accepts: inline formulas in dollar signs, displays as environments or
 * between `$$`, without their numbers. There are blank lines between paragraphs.
 */
export function selectedText(nodes: Node): string {
  return textOf(nodes)
    .replace(/[ \t]*[\u2028\u2029][\u2028\u2029 \t]*/g, (breaks) =>
      breaks.includes(paragraphEnd) ? '\n\n' : '\n',
    )
    .trim()
}

/** Marks of breaks between blocks, so that the line breaks of code are not changed. */
const lineEnd = '\u2028'
const paragraphEnd = '\u2029'

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ')
  const inner = () => [...node.childNodes].map(textOf).join('')
  if (!(node instanceof Element)) return inner()
  if (node.matches('.tools, .sr-only, .anchor, .numbers')) return ''
  if (node.matches('.display, .katex-display')) return asBlock(displayTex(texOf(node)) + endOfProof(node))
  if (node.matches('.formula, .katex')) return `$${texOf(node)}$`
  if (node.matches('pre')) return asBlock(node.textContent?.replace(/\n$/, '') ?? '')
  if (node.matches('td, th')) return `${inner()}\t`
  if (node.matches(blocks)) return asBlock(inner())
  return node.matches(lines) ? lineEnd + inner() + lineEnd : inner()
}

function asBlock(text: string): string {
  return paragraphEnd + text + paragraphEnd
}

/** A display as LaTeX accepts it: `\tag` and `\label` only work in environments. */
function displayTex(tex: string): string {
  if (ownDisplay.test(tex)) return tex
  if (/\\(?:tag|label)\b/.test(tex)) return `\\begin{equation}\n${tex}\n\\end{equation}`
  return `$$\n${tex}\n$$`
}

function endOfProof(display: Element): string {
  return display.querySelector('.qed') ? ' ∎' : ''
}
