import { normaliseTex } from '../markdown/tex/normal-tex'
import { fold } from '../markdown/text/fold'
import { spacelessLetters } from '../markdown/text/scripts'

const spaceless = new RegExp(`[${spacelessLetters}]`, 'u')

/** A term that a document must contain to match: as text, as a formula, or as either of them. */
export interface Term {
  /** Folded. */
  text?: string
  /** Normalised. */
  tex?: string
}

/** Further terms are ignored. */
const maxTerms = 8

/**
 * Split a query into terms. Spaces separate terms; quotation marks enclose a phrase, dollar signs a formula. TeX is joined
 * with adjacent symbols, so that `e^{i \pi}` is one formula.
 */
export function readTerms(query: string, macros: Readonly<Record<string, string>>): Term[] {
  const terms: Term[] = []
  const addTex = (tex: string) => {
    const normal = normaliseTex(tex, macros)
    if (normal) terms.push({ tex: normal })
  }
  let run: string[] = []
  const flush = () => {
    if (run.some(isTex)) addTex(run.join(' '))
    else for (const word of run) addWord(word)
    run = []
  }
  const addWord = (word: string) => {
    const text = fold(word)
    // A word of letters would match the variables of many formulas.
    const tex = isSymbolic(word) ? normaliseTex(word, macros) : ''
    terms.push({ text, ...(tex && { tex }) })
  }
  for (const [piece, formula, quoted] of query.matchAll(
    /\$([^$]+)\$|["“”「」『』]([^"“”「」『』]+)["“”「」『』]|[^\s$"“”「」『』]+/g,
  )) {
    if (formula !== undefined) {
      flush()
      addTex(formula)
    } else if (quoted !== undefined) {
      flush()
      if (quoted.trim()) terms.push({ text: fold(quoted.trim()) })
    } else if (spaceless.test(piece) || (!isTex(piece) && /^[\p{L}\d]{2,}$/u.test(piece))) {
      flush()
      addWord(piece)
    } else run.push(piece)
  }
  flush()
  return terms.slice(0, maxTerms)
}

function isTex(piece: string): boolean {
  return /[\\^_{}]/.test(piece) && !spaceless.test(piece)
}

function isSymbolic(word: string): boolean {
  return /[^\p{L}\s]/u.test(word.replace(/[\d.,'’-]/g, '')) || /[\u0370-\u03FF]/.test(word)
    ? !spaceless.test(word)
    : false
}

/** Offsets of the first occurrences of a term in folded text. A Latin term matches at the beginning of a word only. */
export function findText(text: string, term: string, most = Number.POSITIVE_INFINITY): number[] {
  const isWord = isLatin(term.charCodeAt(0))
  const places: number[] = []
  for (
    let at = text.indexOf(term);
    at >= 0 && places.length < most;
    at = text.indexOf(term, at + term.length)
  )
    if (!isWord || at === 0 || !isLatin(text.charCodeAt(at - 1))) places.push(at)
  return places
}

/** Offsets of the first occurrences of a term in normalised formulas. */
export function findTex(tex: string, term: string, most: number): number[] {
  const places: number[] = []
  for (let at = tex.indexOf(term); at >= 0 && places.length < most; at = tex.indexOf(term, at + term.length))
    places.push(at)
  return places
}

/** Is a character code a letter or digit of folded Latin text? */
function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}
