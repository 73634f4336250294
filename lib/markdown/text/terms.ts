import type { Root } from 'hast'
import { SKIP, visit } from '../tree/visit'
import { formulaOf } from './count'

/** Frequencies of the terms of an article: `{ 变分: 7, lagrangian: 3, '\\delta': 12 }`. */
export type Terms = Record<string, number>

/** The most frequent terms describe an article; more would only make the index larger. */
const maxTerms = 48

/** Frequent words that do not indicate a subject. */
const stopWords = new Set(
  'the and for that with this from are was were has have not but which its can one any all our you they then than there when where what how let also each such into only more most some these those will would may must does been being over under between because'.split(
    ' ',
  ),
)

/** Function words of one character. A pair that contains one is not a term. */
const functionCharacters = new Set(
  '的了是在和与就也不这那有一个我你他它们之其而于以及或把被让从到对都很只要会能可如若则所为上下中里时些两没什么怎样得着过吧呢吗啊等再又还更最各每' +
    // The traditional forms of the same characters.
    '與這個們於讓從對會則為裡時兩沒麼樣著過嗎還',
)

/** Commands for the layout of a formula, and symbols that occur everywhere. */
const layoutCommand =
  /^\\(left|right|[bB]ig+[lrm]?|d?frac|tfrac|quad|qquad|text\w*|math\w+|operatorname|label|tag|notag|nonumber|begin|end|displaystyle|limits|nolimits|cdot|cdots|ldots|dots|dd|eqref|ref|boxed|color|textcolor|hspace|mspace|phantom|vphantom|hphantom|over(line|set|brace)|under(line|set|brace)|sqrt|times|qed|middle|stackrel|substack|hline|le|ge|leq|geq|neq|ne|to|in|approx|infty)$/

/** Symbols that count as another one. */
const aliases: Readonly<Record<string, string>> = {
  '\\varepsilon': '\\epsilon',
  '\\varphi': '\\phi',
  '\\vartheta': '\\theta',
  '\\iff': '\\Leftrightarrow',
  '\\implies': '\\Rightarrow',
  '\\land': '\\wedge',
  '\\lor': '\\vee',
}

/** Count the words and symbols of an article. Code, footnotes and the works cited are left out. */
export function countTerms(tree: Root): Terms {
  const counts = new Map<string, number>()
  const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1)
  const texts: string[] = []
  visit(tree, (node) => {
    if (node.type === 'text') texts.push(node.value)
    if (node.type !== 'element') return
    const formula = formulaOf(node)
    for (const [command] of formula?.tex.matchAll(/\\[a-zA-Z]+/g) ?? [])
      if (!layoutCommand.test(command)) add(aliases[command] ?? command)
    if (formula || node.tagName === 'pre' || node.properties.dataFootnotes) return SKIP
    if (/^(p|li|h[1-6]|td|th|div)$/.test(node.tagName)) texts.push('\n')
    return
  })
  const text = texts.join('').toLowerCase()
  for (const [word] of text.matchAll(/\p{Script=Latin}{3,}/gu)) if (!stopWords.has(word)) add(word)
  for (const [word] of text.matchAll(/[\p{Script=Katakana}ー]{3,}/gu)) add(word)
  // Pairs of characters, because dictionaries lack the words of mathematics.
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
    for (let index = 1; index < run.length; index++) {
      const pair = run.slice(index - 1, index + 1)
      if (![...pair].some((character) => functionCharacters.has(character))) add(pair)
    }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return Object.fromEntries(ranked.slice(0, maxTerms))
}
