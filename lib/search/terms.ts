import { fold } from '../markdown/fold'
import { normaliseTex } from '../markdown/normal-tex'

/** One of the things that an article must hold to be found: as words, as a formula, or as either. */
export interface Term {
  /** Folded. */
  text?: string
  /** Normalised. */
  tex?: string
}

/** More are left out. */
const most = 8

/**
 * What a question asks for. Spaces part terms; quotation marks keep words together, dollars a formula. What looks like
 * TeX takes its neighbours of symbols along, so that `e^{i \pi}` is one.
 */
export function readTerms(question: string, macros: Readonly<Record<string, string>>): Term[] {
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
    // Words of letters would be found in the letters of every formula.
    const tex = isSymbolic(word) ? normaliseTex(word, macros) : ''
    terms.push({ text, ...(tex && { tex }) })
  }
  for (const [piece, formula, quoted] of question.matchAll(/\$([^$]+)\$|["“”]([^"“”]+)["“”]|[^\s$"“”]+/g)) {
    if (formula !== undefined) {
      flush()
      addTex(formula)
    } else if (quoted !== undefined) {
      flush()
      if (quoted.trim()) terms.push({ text: fold(quoted.trim()) })
    } else if (/\p{Script=Han}/u.test(piece) || (!isTex(piece) && /^[\p{L}\d]{2,}$/u.test(piece))) {
      flush()
      addWord(piece)
    } else run.push(piece)
  }
  flush()
  return terms.slice(0, most)
}

function isTex(piece: string): boolean {
  return /[\\^_{}]/.test(piece) && !/\p{Script=Han}/u.test(piece)
}

function isSymbolic(word: string): boolean {
  return /[^\p{L}\s]/u.test(word.replace(/[\d.,'’-]/g, '')) || /[\u0370-\u03FF]/.test(word)
    ? !/\p{Script=Han}/u.test(word)
    : false
}

/**
 * The first places at which a term stands in folded text. A Latin word is found by its beginning, Han anywhere.
 */
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

/** Where a term stands in normalised formulas. */
export function findTex(tex: string, term: string, most: number): number[] {
  const places: number[] = []
  for (let at = tex.indexOf(term); at >= 0 && places.length < most; at = tex.indexOf(term, at + term.length))
    places.push(at)
  return places
}

/** A letter or digit of folded Latin text. */
function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}
