import type { Node, Parent } from 'unist'
import { translate } from '../../site/messages/translate.mjs'
import { tooDeep } from './check-text'
import { nestingDepth } from './limits'
import { fail } from './problem'

/** Void elements, and elements with an optional end tag. */
const needsNoEndTag =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|d[td]|t[drh]|t(?:head|body|foot)|opt(?:ion|group)|r[tp])$/i

const tag = /<(\/?)([a-zA-Z][^\s/<>]*)([^<>]*)>/g

/**
 * Stop if a tree is nested too deeply for the plugins, which are recursive. In HTML that is not parsed yet, tags are
 * counted.
 */
export function checkDepth(tree: Node): void {
  let open = 0
  const stack: { node: Node; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next
    if (node.type === 'html' || node.type === 'raw')
      open = Math.max(0, open + openTags((node as Node & { value: string }).value))
    if (depth + open > nestingDepth)
      fail(node, {
        rule: 'limit',
        ...tooDeep(translate`${depth + open} levels of Markdown and HTML`, nestingDepth),
      })
    if (!('children' in node)) continue
    const { children } = node as Parent
    for (let index = children.length - 1; index >= 0; index--)
      stack.push({ node: children[index] as Node, depth: depth + 1 })
  }
}

/** The number of elements that a piece of HTML opens, minus those that it closes. */
function openTags(html: string): number {
  let open = 0
  for (const [, slash, name = '', rest = ''] of html.matchAll(tag))
    if (!rest.endsWith('/') && !needsNoEndTag.test(name)) open += slash ? -1 : 1
  return open
}
