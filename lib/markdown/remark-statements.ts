import type { Paragraph, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { report } from './problem'
import { codes } from './syntax/codes'
import { readTitle } from './title'
import { visit } from './visit'

const statements = ['theorem', 'definition', 'lemma', 'proposition', 'corollary'] as const
const others = ['example', 'remark', 'proof', 'exercise', 'solution', 'figure', 'table'] as const
const kinds: readonly string[] = [...statements, ...others]

/**
 * Theorems and their kin, figures and tables with a number.
 *
 *     :::theorem{#thm-pythagoras title="勾股"}     <div class="statement theorem" data-kind="theorem" id="thm-pythagoras">
 *     $a^2+b^2=c^2$                            →     <p data-title>勾股</p> <p>…</p>
 *     :::                                          </div>
 *
 * Only blocks of three colons and more are taken: `10:30` and `a:b` in a text stay what they are.
 */
export function remarkStatements(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  const { flow } = directive()
  const [container] = [flow?.[codes.colon] ?? []].flat()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { flow: { [codes.colon]: container } }]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
  const parse = (markdown: string): Root => this.parse(markdown) as Root
  return (tree: Root, file: VFile): void => {
    visit(tree, 'containerDirective', (node) => {
      if (!kinds.includes(node.name)) {
        report(file, node, {
          rule: 'statement',
          message: `Found :::${node.name}; expected one of ${kinds.join(', ')}.`,
          hint: 'Check the spelling. To show three colons, put a backslash before them.',
        })
        return
      }
      toElement(node, parse)
    })
  }
}

function toElement(node: ContainerDirective, parse: (markdown: string) => Root): void {
  const { id, title } = node.attributes ?? {}
  const isFloat = node.name === 'figure' || node.name === 'table'
  node.data = {
    hName: isFloat ? 'figure' : node.name === 'solution' ? 'details' : 'div',
    hProperties: {
      className: ['statement', node.name],
      dataKind: node.name,
      ...(id && { id }),
    },
  }
  const label = node.children.find((child) => child.data && 'directiveLabel' in child.data)
  const heading = label?.type === 'paragraph' ? label : title ? titleOf(node, parse(title)) : undefined
  node.children = node.children.filter((child) => child !== label)
  if (isFloat) {
    // What stands in a figure is one: no figure of its own.
    for (const child of node.children) if (child.type === 'paragraph') child.data = { hName: 'div' }
    const caption = heading ?? { type: 'paragraph', children: [] }
    caption.data = { hName: 'figcaption' }
    // A table's caption stands above it, a figure's below.
    if (node.name === 'table') node.children.unshift(caption)
    else node.children.push(caption)
  } else if (heading) {
    heading.data = { hName: 'p', hProperties: { dataTitle: '' } }
    node.children.unshift(heading)
  }
}

/** A title given as an attribute is Markdown too. */
function titleOf(node: ContainerDirective, parsed: Root): Paragraph {
  return { type: 'paragraph', children: readTitle(parsed, node) }
}
