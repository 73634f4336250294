import type { Root } from 'hast'
import { formulaOf } from './count'
import { SKIP, visit } from './visit'

/** How often an article says what: `{ 变分: 7, lagrangian: 3, '\\delta': 12 }`. */
export type Terms = Record<string, number>

/** What an article says most often describes it; the rest would only make the index larger. */
const kept = 48

/** Words that tell nothing of a subject, and are frequent enough to push others out. */
const idle = new Set(
  'the and for that with this from are was were has have not but which its can one any all our you they then than there when where what how let also each such into only more most some these those will would may must does been being over under between because'.split(
    ' ',
  ),
)

/** Characters of grammar: a pair that holds one is no word of a subject. */
const grammar = new Set(
  '的了是在和与就也不这那有一个我你他它们之其而于以及或把被让从到对都很只要会能可如若则所为上下中里时些两没什么怎样得着过吧呢吗啊等再又还更最各每',
)

/** Commands that arrange a formula and mean nothing. */
const arranging =
  /^\\(left|right|[bB]ig+[lrm]?|d?frac|tfrac|quad|qquad|text\w*|math\w+|operatorname|label|tag|notag|nonumber|begin|end|displaystyle|limits|nolimits|cdot|cdots|ldots|dots|dd|eqref|ref|boxed|color|textcolor|hspace|mspace|phantom|vphantom|hphantom|over(line|set|brace)|under(line|set|brace)|sqrt|times|qed|middle|stackrel|substack|hline|le|ge|leq|geq|neq|ne|to|in|approx|infty)$/

/** Names of one symbol that are read as another's. */
const aliases: Readonly<Record<string, string>> = {
  '\\varepsilon': '\\epsilon',
  '\\varphi': '\\phi',
  '\\vartheta': '\\theta',
  '\\iff': '\\Leftrightarrow',
  '\\implies': '\\Rightarrow',
  '\\land': '\\wedge',
  '\\lor': '\\vee',
}

/** Count the words and the symbols of an article: what it is about. Code, footnotes and works cited are left out. */
export function countTerms(tree: Root): Terms {
  const counts = new Map<string, number>()
  const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1)
  const texts: string[] = []
  visit(tree, (node) => {
    if (node.type === 'text') texts.push(node.value)
    if (node.type !== 'element') return
    const formula = formulaOf(node)
    for (const [command] of formula?.tex.matchAll(/\\[a-zA-Z]+/g) ?? [])
      if (!arranging.test(command)) add(aliases[command] ?? command)
    if (formula || node.tagName === 'pre' || node.properties.dataFootnotes) return SKIP
    if (/^(p|li|h[1-6]|td|th|div)$/.test(node.tagName)) texts.push('\n')
    return
  })
  const text = texts.join('').toLowerCase()
  for (const [word] of text.matchAll(/\p{Script=Latin}{3,}/gu)) if (!idle.has(word)) add(word)
  // By pairs of characters: dictionaries of words lack those of mathematics.
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
    for (let index = 1; index < run.length; index++) {
      const pair = run.slice(index - 1, index + 1)
      if (![...pair].some((character) => grammar.has(character))) add(pair)
    }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return Object.fromEntries(ranked.slice(0, kept))
}
