import type { Definition, Image, Nodes, Root } from 'mdast'
import type {} from 'mdast-util-mdx-jsx'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { addMarkdown, type MarkdownOptions } from '../../../markdown/pipeline'
import { visit } from '../../../markdown/tree/visit'
import { decodeEntities } from '../decode-entities'

/** An image of another site in an article. Offsets are those of the text as the compiler reads it. */
export interface RemoteImage {
  url: string
  /** Where the URL is written; undefined if it cannot be found, or if something else needs it too. */
  range: { start: number; end: number } | undefined
  line: number
  column: number
}

/**
 * Find the remote images of an article: in Markdown, in HTML and JSX, and its cover. Text in code and formulas is not searched.
 *
 * @param text of the file, as `toPlainText` returns it
 * @throws if the file cannot be parsed
 */
export function findRemoteImages(file: string, text: string, options: MarkdownOptions): RemoteImage[] {
  const processor = unified()
  addMarkdown(processor as never, file, options)
  const tree = processor.parse(new VFile({ path: file, value: text })) as unknown as Root
  const links = new Set<string>()
  const referenced = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'linkReference') links.add(node.identifier)
    if (node.type === 'imageReference') referenced.add(node.identifier)
  })
  const found: RemoteImage[] = []
  const add = (url: string, start: number, range: RemoteImage['range']) => {
    const before = text.slice(0, start).split('\n')
    if (isRemote(url))
      found.push({ url, range, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 })
  }
  visit(tree, (node) => {
    const start = node.position?.start.offset ?? 0
    const source = text.slice(start, node.position?.end.offset)
    if (node.type === 'image') add(node.url, start, destination(node, source, start))
    else if (node.type === 'definition' && referenced.has(node.identifier))
      add(node.url, start, links.has(node.identifier) ? undefined : destination(node, source, start))
    else if (isHtml(node)) for (const { url, range } of sources(source, start)) add(url, range.start, range)
    else if (node.type === 'yaml') {
      const cover = /^cover:[ \t]*(["']?)(\S+)\1[ \t]*$/m.exec(source)
      if (!cover?.[2]) return
      const offset = start + cover.index + cover[0].lastIndexOf(cover[2])
      add(cover[2], offset, { start: offset, end: offset + cover[2].length })
    }
  })
  return found.sort((a, b) => a.line - b.line || a.column - b.column)
}

function isRemote(url: string): boolean {
  return /^(https?:)?\/\//i.test(url)
}

/** HTML, and the elements of JSX for images. */
function isHtml(node: Nodes): boolean {
  if (node.type === 'html') return true
  return (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === 'img'
}

/** Where the URL of an image or a definition is written. Characters may be escaped, or written as references. */
function destination(
  { type, url }: Image | Definition,
  source: string,
  offset: number,
): RemoteImage['range'] {
  const written = [...url]
    .map((character) => {
      const literal = character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      if (character === '&') return '\\\\?&(?:amp;|#38;|#x26;)?'
      return /[!-/:-@[-`{-~]/.test(character) ? `\\\\?${literal}` : literal
    })
    .join('')
  const before = type === 'image' ? '\\]\\(\\s*<?' : '\\]:\\s*<?'
  const pattern = new RegExp(`(${before})(${written})(?=>?(?:[\\s)]|$))`, 'g')
  const match = [...source.matchAll(pattern)].at(-1)
  if (!match?.[2]) return undefined
  const start = offset + match.index + (match[1]?.length ?? 0)
  return { start, end: start + match[2].length }
}

/** The `src` of the images in HTML or JSX. */
function sources(html: string, offset: number): { url: string; range: { start: number; end: number } }[] {
  const withoutComments = html.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
  const pattern = /<img\b(?:[^>"']|"[^"]*"|'[^']*')*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
  return [...withoutComments.matchAll(pattern)].map((match) => {
    const written = match[1] ?? match[2] ?? ''
    const start = offset + match.index + match[0].length - written.length - 1
    return { url: decodeEntities(written.trim()), range: { start, end: start + written.length } }
  })
}
