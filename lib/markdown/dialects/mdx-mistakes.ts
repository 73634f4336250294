import type { VFileMessage } from 'vfile-message'
import { translate } from '../../site/messages/translate.mjs'
import type { Problem } from '../problems/problem'
import { isEnvironmentName } from '../syntax/environments'
import { dialects } from './markdown-dialects'

type Mistake = Pick<Problem, 'line' | 'column' | 'rule' | 'message' | 'hint'>

/** Elements of HTML without content and end tag. */
const voidElements = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

const inGeneral = translate`In .mdx, { and < start code: write \\{ or \\< for the characters, write TeX between dollars, or name the file .md.`

/**
 * Explain an error of the MDX parser, whose own messages name its states and not the author's mistake.
 *
 * @param source the file
 */
export function explainMdx({ line = 1, column = 1, reason }: VFileMessage, source: string): Mistake {
  const tag = /for `<(\/?)([^`>]*)>` \((\d+):(\d+)/.exec(reason)
  if (tag) return explainTag(tag[2] ?? '', { line: Number(tag[3]), column: Number(tag[4]) })
  // For something that is not closed, the parser gives no position, but its message contains where it starts.
  const [, startLine, startColumn] = /\((\d+):(\d+)/.exec(reason) ?? []
  const point =
    line === 1 && column === 1 && startLine
      ? { line: Number(startLine), column: Number(startColumn) }
      : { line, column }
  const offset = offsetOf(source, point)
  if (reason.startsWith('Unexpected closing slash'))
    return {
      ...point,
      rule: 'mdx-tag',
      message: translate`Found an end tag without its start tag.`,
      hint: translate`Remove it, or add the start tag before it, in the same block.`,
    }
  return (
    explainAngle(source, offset) ??
    explainBrace(source, offset) ?? { ...point, rule: 'syntax', message: reason, hint: inGeneral }
  )
}

function explainTag(name: string, point: { line: number; column: number }): Mistake {
  if (voidElements.test(name))
    return {
      ...point,
      rule: 'mdx-tag',
      message: translate`Found <${name}> without a slash; in .mdx every element is closed.`,
      hint: translate`Write <${name}/>.`,
    }
  return {
    ...point,
    rule: 'mdx-tag',
    message: translate`Found <${name}> without its end tag </${name}>.`,
    hint: translate`Add </${name}> in the same block: a tag in a line ends in that paragraph, and a tag alone on its line ends alone on a line. Write \\< for the character.`,
  }
}

/** A mistake after `<`: a comment, a URL, a comparison. */
function explainAngle(source: string, offset: number): Mistake | undefined {
  const start = source.lastIndexOf('<', offset)
  const before = source.slice(start, offset)
  if (start < 0 || /[>\n]/.test(before)) return undefined
  const rest = source.slice(start, start + 80)
  const point = pointOf(source, start)
  if (rest.startsWith('<!--'))
    return {
      ...point,
      rule: 'mdx-comment',
      message: translate`Found an HTML comment; in .mdx comments are between {/* and */}.`,
      hint: translate`Write {/* … */}, or name the file .md.`,
    }
  const [, url] = /^<((?:https?:|mailto:)[^\s>]*)>?/i.exec(rest) ?? []
  if (url)
    return {
      ...point,
      rule: 'mdx-tag',
      message: translate`Found an address between < and >; in .mdx < starts an element.`,
      hint: translate`Write the address without < and >, or [text](${url}).`,
    }
  if (/^<[^a-zA-Z/>]/.test(rest))
    return {
      ...point,
      rule: 'mdx-tag',
      message: translate`Found < before ${rest.charAt(1)}; in .mdx < starts an element.`,
      hint: translate`Write \\< for the character, or put the formula between dollars.`,
    }
  return undefined
}

/** A mistake after `{`: syntax of another program, or TeX. */
function explainBrace(source: string, offset: number): Mistake | undefined {
  const start = source.lastIndexOf('{', offset)
  if (start < 0 || /\n[ \t]*\n/.test(source.slice(start, offset))) return undefined
  const open = openEnvironment(source, start)
  if (open)
    return {
      ...pointOf(source, open.offset),
      rule: 'unclosed',
      message: translate`Found \\begin{${open.name}} without its \\end{${open.name}} in the same paragraph.`,
      hint: translate`Add \\end{${open.name}}, and remove blank lines in the formula. Put it in backquotes to show it as code.`,
    }
  const point = pointOf(source, start)
  const line = source.slice(start, start + 200).split('\n')[0] ?? ''
  for (const { pattern, name, hint } of dialects) {
    const match = new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(line)
    if (match?.index !== 0 || !match[0].startsWith('{')) continue
    const write = typeof hint === 'string' ? hint : hint(match)
    return {
      ...point,
      rule: 'dialect',
      message: translate`Found ${match[0].slice(0, 40)}: ${name}.`,
      hint: write,
    }
  }
  return {
    ...point,
    rule: 'mdx-expression',
    message: translate`Found ${line.slice(0, 40)}, which is not an expression; expected text, a formula or a component.`,
    hint: translate`Write \\{ for a brace, put TeX between dollars, or name the file .md, where braces are plain text.`,
  }
}

/** The last environment that is not closed before an offset, in the same paragraph. */
function openEnvironment(source: string, offset: number): { name: string; offset: number } | undefined {
  const before = source.slice(0, offset)
  const start = Math.max(0, ...[...before.matchAll(/\n[ \t]*\r?\n/g)].slice(-1).map(({ index }) => index))
  const paragraph = source.slice(start, offset + 100)
  for (const { index, 1: name = '' } of paragraph.matchAll(/\\begin\{([a-zA-Z]+\*?)\}/g)) {
    if (!isEnvironmentName(name) || start + index > offset) continue
    if (!source.includes(`\\end{${name}}`, offset)) return { name, offset: start + index }
  }
  return undefined
}

function offsetOf(source: string, { line, column }: { line: number; column: number }): number {
  const lines = source.split('\n')
  return lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1
}

function pointOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
