import type { Range } from '../prose-strings'
import { pairTags, parseTags, type Tag, type TagNode } from './parse-tags'

/** Names of tags around code. */
const codeTags: ReadonlySet<string> = new Set(['codeblock', 'code', 'highlight'])
/** Names of tags around a formula, of hexo-math, hexo-filter-mathjax and themes of Hugo. */
const mathTags: ReadonlySet<string> = new Set(['math', 'mathjax', 'katex', 'latex', 'inlinemath', 'equation'])

/**
 * Replace the tags that decide what is code and what is a formula, before formulas are searched:
 *
 *     {% raw %}$${{a}}$${% endraw %}             →   $${{a}}$$
 *     {% highlight python %}…{% endhighlight %}  →   ```python … ```
 *     {% math %}x^2{% endmath %}                 →   $$x^2$$, or $x^2$ in a line
 *
 * @param code ranges in which nothing is a tag
 */
export function replaceCodeTags(text: string, syntax: 'liquid' | 'hugo', code: readonly Range[]): string {
  const isCode = (offset: number) => code.some(({ start, end }) => offset >= start && offset < end)
  const tags = parseTags(text, syntax).filter((tag) => !isCode(tag.start))
  const isPaired = ({ name, rest }: Tag) =>
    name === 'raw' || codeTags.has(name) || (mathTags.has(name) && (rest === '' || syntax === 'hugo'))
  let result = ''
  let done = 0
  for (const node of pairTags(text, tags, isPaired)) {
    const replacement = replaceTag(node, text)
    if (replacement === undefined) continue
    result += text.slice(done, node.tag.start) + replacement
    done = node.end
  }
  return result + text.slice(done)
}

function replaceTag({ tag, inner, end }: TagNode, text: string): string | undefined {
  if (tag.isOutput || tag.isEnd) return undefined
  if (tag.name === 'raw') return inner
  if (codeTags.has(tag.name) && inner !== undefined) return fence(inner, languageOf(tag))
  if (!mathTags.has(tag.name)) return undefined
  const tex = inner ?? tag.rest
  if (tex.trim() === '') return undefined
  if (/\$|\\[([]|^\s*\\begin/.test(tex)) return tex
  const isAlone = /(?:^|\n)[ \t]*$/.test(text.slice(0, tag.start)) && /^[ \t]*(?:\n|$)/.test(text.slice(end))
  const isDisplay = inner !== undefined && (isAlone || tex.includes('\n') || tag.args.includes('display'))
  return isDisplay ? `$$${tex}$$` : `$${tex.trim()}$`
}

/** The language of a code block: `lang:python` or the first argument of `highlight`. */
function languageOf({ name, rest, args }: Tag): string {
  const [, given] = /\blang:\s*(\S+)/.exec(rest) ?? []
  return given ?? (name === 'highlight' ? (args[0] ?? '').replace(/,$/, '') : '')
}

function fence(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const ticks = '`'.repeat(longest + 1)
  return `\n${ticks}${language}\n${code.replace(/^\s*\n|\s+$/g, '')}\n${ticks}\n`
}
