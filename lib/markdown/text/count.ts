import type { Element, Nodes, Root } from 'hast'
import { SKIP, visit } from '../tree/visit'
import { spacelessLetters } from './scripts'

export interface Counts {
  /** Han characters, kana and hangul count as one word each; in other scripts, words are counted. */
  words: number
  formulas: number
  /** Whole minutes, at least one. */
  minutes: number
}

const ideograph = new RegExp(`[${spacelessLetters}\\p{Script=Hangul}]`, 'gu')
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

// Reading speed of expository text: about 400 Han characters or 220 English words a minute. A reader spends about 1.5 s on
// an inline formula and 8 s on a displayed one.
const ideographsPerMinute = 400
const wordsPerMinute = 220
const minutesPerInline = 1.5 / 60
const minutesPerDisplay = 8 / 60

/** Count the Han characters, kana and hangul of a text, and the words of other scripts. */
export function countText(text: string): { ideographs: number; words: number } {
  return {
    ideographs: text.match(ideograph)?.length ?? 0,
    words: text.replace(ideograph, ' ').match(word)?.length ?? 0,
  }
}

/** Count words and formulas. Code and footnotes are left out. */
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
      const counted = countText(node.value)
      ideographs += counted.ideographs
      words += counted.words
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

/** The typeset formula of an element; undefined for other nodes. */
export function formulaOf(node: Nodes): NonNullable<Element['data']>['formula'] {
  return node.type === 'element' ? node.data?.formula : undefined
}
