import type { Comment, Element, ElementContent, Root, RootContent, Text } from 'hast'

type Content = ElementContent | RootContent

/** Elements that are no part of a paragraph. */
const blocks = new Set(
  'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe li main math menu nav ol p pre script section style summary svg table tbody td textarea tfoot th thead tr ul video audio'.split(
    ' ',
  ),
)
/** Blocks whose text becomes paragraphs. */
const containers = new Set('article aside blockquote div main section'.split(' '))
/** Blocks whose text becomes paragraphs if it contains a blank line. */
const cells = new Set('dd details figcaption li td th'.split(' '))
const untouched = new Set('pre script style textarea svg math'.split(' '))
const blankLine = /\n[^\S\n]*\n\s*/

/**
 * Paragraphs and line breaks of HTML from WordPress' classic editor and from Typecho, which add them when a post is shown:
 *
 *     one             <p>one<br>two</p>
 *     two        →    <p>three</p>
 *
 *     three
 *
 * Blocks of WordPress' block editor have their paragraphs already; only the text between blocks is changed. The comments that
 * delimit blocks are removed.
 */
export function rehypeAutoParagraphs(): (tree: Root) => void {
  return (tree) => {
    const children: RootContent[] = []
    let run: RootContent[] = []
    let depth = 0
    for (const child of tree.children) {
      const change = child.type === 'comment' ? blockDepth(child) : undefined
      if (change === undefined && depth === 0) run.push(child)
      else {
        children.push(...(formatBlocks(run) as RootContent[]))
        run = []
        depth += change ?? 0
        if (change === undefined) children.push(withoutBlockComments(child))
      }
    }
    tree.children = [...children, ...(formatBlocks(run) as RootContent[])]
  }
}

/** 1 for a comment that opens a block of WordPress, -1 for one that closes it, 0 for one without content. */
function blockDepth({ value }: Comment): number | undefined {
  if (/^\s*\/wp:/.test(value)) return -1
  if (/^\s*wp:/.test(value)) return /\/\s*$/.test(value) ? 0 : 1
  return undefined
}

/** Blocks contain blocks, such as the items of a list. */
function withoutBlockComments<T extends Content>(node: T): T {
  if (node.type !== 'element') return node
  const children = node.children
    .filter((child) => child.type !== 'comment' || blockDepth(child) === undefined)
    .map(withoutBlockComments)
  return { ...node, children }
}

/** Put text between blocks into paragraphs. */
function formatBlocks(children: readonly Content[]): Content[] {
  const result: Content[] = []
  let run: ElementContent[] = []
  const endRun = () => {
    for (const part of splitAtBlankLines(run)) {
      const content = addBreaks(part)
      if (content.length > 0)
        result.push({ type: 'element', tagName: 'p', properties: {}, children: content })
    }
    run = []
  }
  for (const child of children) {
    if (child.type === 'doctype') continue
    if (child.type !== 'comment' && !isBlock(child)) {
      run.push(child as ElementContent)
      continue
    }
    endRun()
    result.push(child.type === 'element' ? formatBlock(child) : child)
  }
  endRun()
  return result
}

function isBlock(node: Content): node is Element {
  return node.type === 'element' && blocks.has(node.tagName)
}

function formatBlock(element: Element): Element {
  const { tagName, children } = element
  if (untouched.has(tagName)) return element
  const isContainer =
    containers.has(tagName) || (cells.has(tagName) && splitAtBlankLines(children).length > 1)
  if (isContainer) return { ...element, children: formatBlocks(children) as ElementContent[] }
  if (children.some(isBlock))
    return { ...element, children: children.map((child) => (isBlock(child) ? formatBlock(child) : child)) }
  return { ...element, children: addBreaks(children) }
}

/** Split text at blank lines, and at repeated `<br>`. */
function splitAtBlankLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  const add = (node: ElementContent) => parts.at(-1)?.push(node)
  for (const node of joinBreaks(nodes)) {
    if (node.type !== 'text' || !blankLine.test(node.value)) {
      add(node)
      continue
    }
    node.value.split(blankLine).forEach((value, index) => {
      if (index > 0) parts.push([])
      if (value !== '') add({ type: 'text', value })
    })
  }
  return parts.filter((part) => part.some((node) => !isSpace(node)))
}

/** Replace two or more `<br>` in a row by a blank line. */
function joinBreaks(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  for (let index = 0; index < nodes.length; ) {
    let end = index
    let breaks = 0
    for (; isBreak(nodes[end]) || isSpace(nodes[end]); end++) if (isBreak(nodes[end])) breaks++
    if (breaks > 1) result.push({ type: 'text', value: '\n\n' })
    else result.push(...nodes.slice(index, Math.max(end, index + 1)))
    index = Math.max(end, index + 1)
  }
  return result
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br'
}

function isSpace(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && /^\s*$/.test(node.value)
}

/** Replace line ends by `<br>`, except at the start, at the end and beside a `<br>`. */
function addBreaks(nodes: readonly ElementContent[]): ElementContent[] {
  const broken = nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return breakText(node)
    if (node.type !== 'element' || untouched.has(node.tagName)) return [node]
    return [{ ...node, children: node.children.flatMap((child) => addBreaksWithin(child)) }]
  })
  const kept = broken.filter((node, index) => !isBreak(node) || !isBreak(broken[index - 1]))
  const isEdge = (node: ElementContent | undefined) => isBreak(node) || isSpace(node)
  let start = 0
  let end = kept.length
  while (start < end && isEdge(kept[start])) start++
  while (end > start && isEdge(kept[end - 1])) end--
  return kept.slice(start, end)
}

function addBreaksWithin(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return breakText(node)
  if (node.type !== 'element' || untouched.has(node.tagName)) return [node]
  return [{ ...node, children: node.children.flatMap(addBreaksWithin) }]
}

function breakText({ value }: Text): ElementContent[] {
  return value.split(/[^\S\n]*\n\s*/).flatMap((line, index): ElementContent[] => {
    const text: ElementContent[] = line === '' ? [] : [{ type: 'text', value: line }]
    const lineBreak: Element = { type: 'element', tagName: 'br', properties: {}, children: [] }
    return index === 0 ? text : [lineBreak, ...text]
  })
}
