import type { Link, Nodes, PhrasingContent, Root } from 'mdast'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import { autolinks, withoutTrail } from '../syntax/autolink'
import { visit } from '../tree/visit'

/**
 * End URLs in running text before the first character that is not ASCII. Use it after remark-gfm.
 *
 *     见https://example.org/a，后文。  →  见<a href="https://example.org/a">https://example.org/a</a>，后文。
 *
 * A URL that seems to go on with Han characters, like that of an article of Wikipedia, is reported.
 */
export function remarkAutolinks(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), autolinks()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), { transforms: [shortenLinks] }]
  return (tree: Root, file: VFile): void => {
    const source = String(file)
    visit(tree, 'link', ({ url, position }, index, parent) => {
      const start = position?.start.offset
      const end = position?.end.offset
      if (start === undefined || end === undefined || !/^[hw]/i.test(source.charAt(start))) return
      const next = parent?.children[(index ?? 0) + 1]
      if (next?.type !== 'text' || !/[/=#&_-]$/.test(source.slice(start, end))) return
      const [rest] = /^[\p{L}\p{M}\p{N}]+/u.exec(next.value) ?? []
      if (rest === undefined) return
      report(file, position?.end, {
        rule: 'link',
        severity: 'warning',
        message: translate`Found ${rest.slice(0, 20)} directly after a URL; a URL ends before the first character that is not ASCII.`,
        hint: translate`If it is part of the address, write [text](${url}${rest}). If not, put a space before it.`,
      })
    })
  }
}

/** Shorten the links that mdast-util-gfm-autolink-literal finds in texts after parsing, for example after a bracket. */
function shortenLinks(tree: Root): void {
  visit(tree, (node: Nodes) => {
    if (!('children' in node) || !node.children.some(isLongLink)) return
    const children = node.children as PhrasingContent[]
    node.children = children.flatMap((child) => (isLongLink(child) ? splitLink(child) : child)) as never[]
  })
}

function isLongLink(node: Nodes): node is Link {
  // Only links that were found after parsing have no position.
  return node.type === 'link' && !node.position && /[^\x20-\x7e]/.test(node.url)
}

function splitLink(link: Link): PhrasingContent[] {
  const [text] = link.children
  if (text?.type !== 'text') return [link]
  const url = withoutTrail(/^[\x20-\x7e]*/.exec(text.value)?.[0] ?? '')
  const prefix = link.url.slice(0, link.url.length - text.value.length)
  return [
    { ...link, url: prefix + url, children: [{ type: 'text', value: url }] },
    { type: 'text', value: text.value.slice(url.length) },
  ]
}
