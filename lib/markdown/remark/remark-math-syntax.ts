import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import type { Processor } from 'unified'
import { mathFromMarkdown, mathSyntax } from '../syntax'
import type { Delimiters } from '../syntax/formula-text'
import { SKIP, visit } from '../tree/visit'

/**
 * Parse formulas, displays at any position in a paragraph, environments without dollars, references and citations. It
 * extends remark-math and replaces its rules for dollars.
 *
 * A display without a blank line around it is part of the paragraph; one that is alone is a block.
 *
 *     有
 *     $$
 *     f(x)       →   one paragraph: text, display, text
 *     $$
 *     根据…
 */
export function remarkMathSyntax(this: Processor, delimiters: Delimiters) {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mathSyntax(delimiters)]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mathFromMarkdown()]
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ('children' in node) joinParagraphs(node.children as RootContent[])
    })
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined || !paragraph.children.every(isDisplayOrBlank)) return
      const blocks = paragraph.children.filter((child) => child.type !== 'text').map(toBlock)
      if (blocks.length === 0) return
      parent.children.splice(index, 1, ...(blocks as never[]))
      return [SKIP, index + blocks.length]
    })
  }
}

/** Join paragraphs without a blank line between them. The lines of a display are parsed as a separate paragraph. */
function joinParagraphs(siblings: RootContent[]): void {
  let kept = 0
  for (const [index, node] of siblings.entries()) {
    const before = siblings[kept - 1]
    if (before?.type === 'paragraph' && node.type === 'paragraph' && append(before, node)) continue
    if (kept !== index) siblings[kept] = node
    kept++
  }
  siblings.length = kept
}

/** Append a paragraph to the previous one if it starts on the next line. @returns whether it does */
function append(before: Paragraph, { children, position }: Paragraph): boolean {
  // The title of a statement is on the line before its first paragraph.
  if (before.data && 'directiveLabel' in before.data) return false
  if (!before.position || !position || before.position.end.line + 1 !== position.start.line) return false
  const between = { start: before.position.end, end: position.start }
  before.children.push({ type: 'text', value: '\n', position: between })
  for (const child of children) before.children.push(child)
  before.position = { start: before.position.start, end: position.end }
  return true
}

function isDisplay(node: PhrasingContent): node is InlineMath {
  return (
    node.type === 'inlineMath' && JSON.stringify(node.data?.hProperties?.className).includes('math-display')
  )
}

function isDisplayOrBlank(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  return isDisplay(node) || node.type === 'subequations' || node.type === 'textCommand'
}

function toBlock(node: PhrasingContent): RootContent {
  if (!isDisplay(node)) return node
  const { value, position } = node
  return {
    type: 'math',
    value,
    data: {
      hName: 'pre',
      hChildren: [
        {
          type: 'element',
          tagName: 'code',
          properties: { className: ['language-math', 'math-display'] },
          children: [{ type: 'text', value }],
        },
      ],
    },
    ...(position && { position }),
  } as RootContent
}
