/** A piece of a formatted work: HTML, or the TeX of a formula. */
export type WorkPart = { html: string } | { tex: string }

// Formulas are hidden from citation-js, which would replace `\sum_n` by characters, and from the style, which may change
// the case of titles. They become noncharacters of Unicode, which no text contains: a start, two for each byte, an end.
const start = '\uFDD0'
const end = '\uFDD1'
const firstDigit = 0xfdd2

/**
 * Hide the formulas of a BibTeX value: `$…$`, `$$…$$` and `\(…\)`. Noncharacters of the author are removed.
 *
 *     On $L^p$ spaces  →  On ␟…␟ spaces
 */
export function hideFormulas(value: string): string {
  return value
    .replace(/[\uFDD0-\uFDEF]/g, '')
    .replace(
      /\\\(((?:\\[^()]|[^\\])*)\\\)|(\\[^(])|(\${1,2})((?:\\[\s\S]|[^$\\])+)\3/g,
      (all, bracketed?: string, escaped?: string, _dollars?: string, dollared?: string) =>
        escaped ? all : hide((bracketed ?? dollared ?? '').trim()),
    )
}

function hide(tex: string): string {
  const digits = [...Buffer.from(tex).toString('hex')].map((digit) => Number.parseInt(digit, 16))
  return start + digits.map((digit) => String.fromCharCode(firstDigit + digit)).join('') + end
}

/** Show the hidden formulas of a text again: `On $L^p$ spaces`. */
export function showFormulas(text: string): string {
  return text.includes(start)
    ? splitAtFormulas(text)
        .map((part) => ('tex' in part ? `$${part.tex}$` : part.html))
        .join('')
    : text
}

/** Split formatted HTML at its hidden formulas. */
export function splitAtFormulas(html: string): WorkPart[] {
  return html
    .split(/(\uFDD0[\uFDD2-\uFDE1]*\uFDD1)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(start) ? { tex: readHidden(part) } : { html: part }))
}

function readHidden(hidden: string): string {
  const digits = Array.from(hidden.slice(1, -1), (digit) => (digit.charCodeAt(0) - firstDigit).toString(16))
  return Buffer.from(digits.join(''), 'hex').toString()
}
