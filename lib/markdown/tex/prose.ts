import { textCommands } from '../syntax/environments'

const wide = /[\p{Script=Han}，。；：、！？（）“”]/u
const twoWords = /[A-Za-z]{3}\s+[A-Za-z]{2}|[A-Za-z]{2}\s+[A-Za-z]{3}/
const sentence = /\p{Script=Han}[，。；：！？]|[，。；：！？]\p{Script=Han}/u

/** Does TeX contain words: Han characters, full-width punctuation, or two words in a row, outside `\text{…}`? */
export function hasWords(tex: string): boolean {
  const bare = withoutCommands(tex)
  return wide.test(bare) || twoWords.test(bare)
}

/** Does TeX look like words between two dollars of a text: two words in a row, or a price and a word? */
export function hasEnglish(tex: string): boolean {
  return (
    (twoWords.test(tex) && twoWords.test(withoutCommands(tex))) || /^\d[^\\{}]*?[\s,][A-Za-z]{2}/.test(tex)
  )
}

/** Is a text certainly TeX? It has no words, and its names are short or commands. */
export function isCertainlyTex(text: string): boolean {
  const bare = withoutCommands(text)
  return text.trim() !== '' && !wide.test(bare) && !/[A-Za-z]{3}|\n\s*\n/.test(bare)
}

/**
 * Does TeX contain a part of a sentence, outside of groups, brackets and environments? Then its dollars are probably those of
 * other formulas.
 *
 *     h_t$，再与 $   →   true
 *     \frac{路程，米}{时间，秒}   →   false
 */
export function hasSentence(tex: string): boolean {
  return sentence.test(tex) && sentence.test(topLevel(tex))
}

/** Replace commands by backslashes, and those whose argument is text or a name by spaces. */
function withoutCommands(tex: string): string {
  const text = tex.replace(/\\([a-zA-Z]+\*?)\s*\{[^{}]*\}/g, (command, name: string) =>
    textCommands.has(name) || /^(?:math|operatorname|begin|end|label)/.test(name) ? ' ' : command,
  )
  return text.replace(/\\[a-zA-Z]+/g, '\\')
}

/** TeX without the contents of groups, brackets and environments. */
function topLevel(tex: string): string {
  let depth = 0
  let outside = ''
  for (const [token] of tex.matchAll(/\\(?:begin|end)\b|\\[\s\S]|[\s\S]/g)) {
    if (/^(?:\\begin|\\?[{([（［])$/.test(token)) depth++
    else if (/^(?:\\end|\\?[})\]）］])$/.test(token)) depth = Math.max(0, depth - 1)
    else if (depth === 0) outside += token
  }
  return outside
}
