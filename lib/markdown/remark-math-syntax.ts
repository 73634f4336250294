import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import type { Processor } from 'unified'
import { mathFromMarkdown, mathSyntax } from './syntax'
import type { Delimiters } from './syntax/formula-text'
import { SKIP, visit } from './visit'

/**
 * Read mathematics as in a journal: displays wherever they stand, bare environments, references, citations.
 * It stands on remark-math and takes the place of its rules for dollars.
 *
 * A display keeps to its paragraph where no blank line parts them, and is a block where it stands alone.
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
      if (!parent || index === undefined || !paragraph.children.every(standsAlone)) return
      const blocks = paragraph.children.filter((child) => child.type !== 'text').map(toBlock)
      if (blocks.length === 0) return
      parent.children.splice(index, 1, ...(blocks as never[]))
      return [SKIP, index + blocks.length]
    })
  }
}

/** The lines of a long formula made a paragraph of their own: without a blank line it is the same paragraph. */
function joinParagraphs(siblings: RootContent[]): void {
  for (let index = siblings.length - 1; index > 0; index--) {
    const [before, after] = [siblings[index - 1], siblings[index]]
    if (before?.type !== 'paragraph' || after?.type !== 'paragraph') continue
    // The title of a statement stands on the line before its first paragraph.
    if (before.data && 'directiveLabel' in before.data) continue
    if (!before.position || before.position.end.line + 1 !== after.position?.start.line) continue
    const position = { start: before.position.end, end: after.position.start }
    const joined: Paragraph = {
      type: 'paragraph',
      children: [...before.children, { type: 'text', value: '\n', position }, ...after.children],
      position: { start: before.position.start, end: after.position.end },
    }
    siblings.splice(index - 1, 2, joined)
  }
}

function isDisplay(node: PhrasingContent): node is InlineMath {
  return (
    node.type === 'inlineMath' && JSON.stringify(node.data?.hProperties?.className).includes('math-display')
  )
}

function standsAlone(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  return isDisplay(node) || node.type === 'subequations'
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
