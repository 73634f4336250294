import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from '../../markdown/tree/visit'
import { replaceRanges } from './markdown/find-in-markdown'
import { address } from './markdown/tags/tag-context'

/** An address in a text. */
export interface UrlUse {
  url: string
  isImage: boolean
}

interface Place extends UrlUse {
  start: number
  end: number
  /** In Markdown, not in an attribute. */
  isMarkdown: boolean
}

/** Parse a text whose formulas and code are placeholders. */
export function parseDraft(text: string): Root {
  return unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(text)
}

/**
 * Replace the addresses of links and images in a Markdown text. Nothing else changes.
 *
 * @param rewrite returns the new address, or undefined to keep it
 */
export function rewriteUrls(text: string, rewrite: (use: UrlUse) => string | undefined): string {
  if (!/\]\(|\]:|<[a-z]/i.test(text)) return text
  const replacements = findUrls(text).flatMap(({ start, end, isMarkdown, ...use }) => {
    const url = rewrite(use)
    if (url === undefined || url === use.url) return []
    return [
      {
        start,
        end,
        text: isMarkdown ? address(url) : `"${url.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`,
      },
    ]
  })
  return replaceRanges(text, replacements)
}

/** Find the addresses of links and images, in order. */
export function findUrls(text: string, tree = parseDraft(text)): Place[] {
  const places: Place[] = []
  visit(tree, (node) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return
    const source = text.slice(start, end)
    if (node.type === 'html') places.push(...findInHtml(source, start))
    const place = findInNode(node as Nodes, source)
    if (place) places.push({ ...place, start: start + place.start, end: start + place.end })
  })
  return places.sort((a, b) => a.start - b.start)
}

function findInNode(node: Nodes, source: string): Place | undefined {
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return undefined
  const before = node.type === 'definition' ? source.indexOf(']:') : source.lastIndexOf('](')
  if (before < 0) return undefined
  const [whole, space = ''] = /^..(\s*)(?:<[^<>\n]*>|[^\s<][^\s]*)/.exec(source.slice(before)) ?? []
  if (whole === undefined) return undefined
  const start = before + 2 + space.length
  const written = source.slice(start, before + whole.length)
  const length =
    written.startsWith('<') || node.type === 'definition' ? written.length : balancedLength(written)
  return { url: node.url, isImage: node.type === 'image', start, end: start + length, isMarkdown: true }
}

/** Length of an address without angle brackets: it ends before the first parenthesis that it does not open. */
function balancedLength(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\\') index++
    else if (character === '(') depth++
    else if (character === ')' && depth-- === 0) return index
  }
  return text.length
}

/** The addresses in the tags of a piece of HTML. */
function findInHtml(html: string, offset: number): Place[] {
  return [...html.matchAll(/<(a|area|img|video|audio|source|track)\b[^<>]*>/gi)].flatMap(
    ({ index, 0: tag, 1: name = '' }) =>
      [...tag.matchAll(/\s(src|href|poster)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi)].map(
        ({ index: inner, 0: attribute, 1: key = '', 2: value = '' }): Place => {
          const end = offset + index + inner + attribute.length
          return {
            url: value.replace(/^["']|["']$/g, '').replace(/&amp;/g, '&'),
            isImage: /^img$/i.test(name) || /^(?:poster)$/i.test(key),
            start: end - value.length,
            end,
            isMarkdown: false,
          }
        },
      ),
  )
}
