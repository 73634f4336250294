import type { Element, Nodes, Root } from 'hast'
import { SKIP, visit } from './visit'

export interface Counts {
  /** Han characters, kana and hangul one by one, other scripts by words. */
  words: number
  formulas: number
  /** Whole minutes, at least one. */
  minutes: number
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

// Reading speeds: about 400 Han characters or 220 English words a minute for expository text;
// a formula takes a glance inline (1.5 s) and a pause when displayed (8 s).
const ideographsPerMinute = 400
const wordsPerMinute = 220
const minutesPerInline = 1.5 / 60
const minutesPerDisplay = 8 / 60

/** Count what a reader reads: code and formulas are not words. */
export function countWords(tree: Root): Counts {
  let ideographs = 0
  let words = 0
  let inline = 0
  let display = 0
  visit(tree, (node) => {
    if (node.type === 'element') {
      const formula = formulaOf(node)
      if (formula) formula.display ? display++ : inline++
      if (formula || node.tagName === 'pre' || node.properties.dataFootnotes) return SKIP
    }
    if (node.type === 'text') {
      ideographs += node.value.match(ideograph)?.length ?? 0
      words += node.value.replace(ideograph, ' ').match(word)?.length ?? 0
    }
    return
  })
  const minutes =
    ideographs / ideographsPerMinute +
    words / wordsPerMinute +
    inline * minutesPerInline +
    display * minutesPerDisplay
  return { words: ideographs + words, formulas: inline + display, minutes: Math.max(1, Math.round(minutes)) }
}

/** The typeset formula an element stands for, if it does. */
export function formulaOf(node: Nodes): NonNullable<Element['data']>['formula'] {
  return node.type === 'element' ? node.data?.formula : undefined
}
