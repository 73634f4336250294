/** A tag of a template language in a text: `{% post_link x %}`, `{{< figure src="x" >}}`, `{{ page.title }}`. */
export interface Tag {
  start: number
  end: number
  source: string
  name: string
  /** Positional arguments. */
  args: string[]
  /** `key="value"`. */
  named: Readonly<Record<string, string>>
  /** The text of all arguments. */
  rest: string
  /** `{{ … }}` of Liquid or Nunjucks: `name` is the whole expression. */
  isOutput: boolean
  /** `{% endx %}` or `{{< /x >}}`; `name` is that of the start. */
  isEnd: boolean
  /** `{{< x />}}`, which has no end. */
  isSelfClosing: boolean
}

const patterns = {
  /** Liquid (Jekyll) and Nunjucks (Hexo). */
  liquid: /\{%-?\s*(\/?[\w-]+)\s*([\s\S]*?)\s*-?%\}|\{\{-?\s*([^{}]*?)\s*-?\}\}/g,
  hugo: /\{\{[<%]\s*(\/?\s*[\w./-]+)\s*([\s\S]*?)\s*[>%]\}\}/g,
} as const

/** Find the tags of a text, in order. */
export function parseTags(text: string, syntax: keyof typeof patterns): Tag[] {
  return [...text.matchAll(patterns[syntax])].map((match) => {
    const [source, word = '', rest = '', output] = match
    const isEnd = /^end\w|^\//.test(word)
    const name = output ?? (isEnd ? word.replace(/^(?:end|\/\s*)/, '') : word)
    const inner = rest.replace(/\s*\/$/, '')
    return {
      start: match.index,
      end: match.index + source.length,
      source,
      name,
      ...parseArguments(inner),
      rest: inner,
      isOutput: output !== undefined,
      isEnd,
      isSelfClosing: syntax === 'hugo' && rest.endsWith('/'),
    }
  })
}

function parseArguments(text: string): Pick<Tag, 'args' | 'named'> {
  const args: string[] = []
  const named: Record<string, string> = {}
  for (const [, key, double, single, raw, bare] of text.matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|(\S+))/g,
  )) {
    const value = (double ?? single)?.replace(/\\(["'\\])/g, '$1') ?? raw ?? bare ?? ''
    if (key === undefined) args.push(value)
    else named[key.toLowerCase()] = value
  }
  return { args, named }
}

/** A tag whose end is found, with the text between them; or one without an end. */
export interface TagNode {
  tag: Tag
  /** End of the tag, or of its end tag. */
  end: number
  /** The text between a tag and its end. */
  inner?: string
}

/**
 * Join tags with their ends. What is inside a pair is not listed.
 *
 * @param isPaired whether tags of this name have an end
 */
export function pairTags(text: string, tags: readonly Tag[], isPaired: (tag: Tag) => boolean): TagNode[] {
  const nodes: TagNode[] = []
  let done = 0
  for (const [index, tag] of tags.entries()) {
    if (tag.start < done) continue
    const close = tag.isEnd || tag.isSelfClosing || !isPaired(tag) ? undefined : findEnd(tags, index)
    const end = close?.end ?? tag.end
    nodes.push({ tag, end, ...(close && { inner: text.slice(tag.end, close.start) }) })
    done = end
  }
  return nodes
}

function findEnd(tags: readonly Tag[], index: number): Tag | undefined {
  const name = tags[index]?.name
  let depth = 0
  for (const tag of tags.slice(index)) {
    if (tag.name !== name || tag.isOutput || tag.isSelfClosing) continue
    depth += tag.isEnd ? -1 : 1
    if (depth === 0) return tag
  }
  return undefined
}
