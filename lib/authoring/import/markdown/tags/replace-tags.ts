import { translate } from '../../../../site/messages/translate.mjs'
import type { Source } from '../../source'
import { hexoPairs, hexoTags, outputValue } from './hexo-tags'
import { hugoTags } from './hugo-tags'
import { jekyllPairs, jekyllTags } from './jekyll-tags'
import { pairTags, parseTags, type Tag, type TagNode } from './parse-tags'
import type { TagContext, TagHandlers } from './tag-context'

/** A text without tags, and what was found that has no equivalent here. */
export interface Replaced {
  text: string
  notes: string[]
}

interface Language {
  syntax: 'liquid' | 'hugo'
  handlers: TagHandlers
  isPaired(tag: Tag): boolean
}

const languages: Partial<Record<Source['system'], Language>> = {
  hexo: { syntax: 'liquid', handlers: hexoTags, isPaired: ({ name }) => hexoPairs.has(name) },
  jekyll: { syntax: 'liquid', handlers: jekyllTags, isPaired: ({ name }) => jekyllPairs.has(name) },
  hugo: { syntax: 'hugo', handlers: hugoTags, isPaired: () => true },
}

/** The syntax of a system's tags; undefined if it has none. */
export function tagSyntax(system: Source['system']): 'liquid' | 'hugo' | undefined {
  return languages[system]?.syntax
}

/** Replace the tags of a system by Markdown. One without equivalent becomes code or a comment with its source, and is noted. */
export function replaceTags(text: string, system: Source['system'], context: TagContext): Replaced {
  const language = languages[system]
  if (!language || !/\{[{%]/.test(text)) return { text, notes: [] }
  const notes: string[] = []
  let result = ''
  let done = 0
  for (const node of pairTags(text, parseTags(text, language.syntax), language.isPaired)) {
    const known = replaceKnown(node, language, system, context)
    const replacement = known?.text ?? keepTag(text, node.tag)
    notes.push(...(known?.notes ?? [translate`${node.tag.source} has no equivalent and is kept as text.`]))
    result += text.slice(done, node.tag.start) + replacement
    // The text inside an unknown tag is kept.
    const inner = known ? undefined : innerOf(text, node, system, context)
    result += inner?.text ?? ''
    notes.push(...(inner?.notes ?? []))
    done = node.end
  }
  return { text: result + text.slice(done), notes }
}

function replaceKnown(
  { tag, inner }: TagNode,
  { handlers }: Language,
  system: Source['system'],
  context: TagContext,
): Replaced | undefined {
  if (tag.isOutput) {
    const value = outputValue(tag, context.title)
    return value === undefined ? undefined : { text: value, notes: [] }
  }
  if (tag.isEnd || !Object.hasOwn(handlers, tag.name)) return undefined
  const replaced = inner === undefined ? undefined : replaceTags(inner, system, context)
  const text = handlers[tag.name]?.(tag, replaced?.text, context)
  return text === undefined ? undefined : { text, notes: replaced?.notes ?? [] }
}

/** What an unknown tag with an end contains, and its end as a comment. */
function innerOf(
  text: string,
  { tag, inner, end }: TagNode,
  system: Source['system'],
  context: TagContext,
): Replaced | undefined {
  if (inner === undefined) return undefined
  const { text: replaced, notes } = replaceTags(inner, system, context)
  const closing = text.slice(tag.end + inner.length, end)
  return { text: `${replaced}<!-- ${comment(closing)} -->`, notes }
}

/** A tag that is a line becomes a comment; one in a line becomes code, so that the sentence keeps it. */
function keepTag(text: string, { source, start, end, isOutput, isEnd }: Tag): string {
  const isLine = /(?:^|\n)[ \t]*$/.test(text.slice(0, start)) && /^[ \t]*(?:\n|$)/.test(text.slice(end))
  if (isLine || isEnd || !isOutput) return `<!-- ${comment(source)} -->`
  const ticks = source.includes('`') ? '``' : '`'
  return `${ticks}${source.replace(/\n/g, ' ')}${ticks}`
}

function comment(source: string): string {
  return source.replace(/--+>?/g, (dashes) => dashes.replaceAll('-', '‐')).replace(/\n/g, ' ')
}
