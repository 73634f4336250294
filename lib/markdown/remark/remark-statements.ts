import type { Paragraph, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { floatKinds, isFloatKind, isStatementKind, statementKinds } from '../../site/label-kinds'
import { listed, translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import { codes } from '../syntax/codes'
import { readTitle } from '../text/title'
import { visit } from '../tree/visit'

const kinds: readonly string[] = [...Object.keys(statementKinds), ...floatKinds]

/**
 * Parse theorems, definitions, proofs…, and figures and tables with a caption.
 *
 *     :::theorem{#thm-pythagoras title="勾股"}     <div class="statement theorem claim" data-kind="theorem" id="thm-pythagoras">
 *     $a^2+b^2=c^2$                            →     <p data-title>勾股</p> <p>…</p>
 *     :::                                          </div>
 *
 * Only blocks with three or more colons are directives: `10:30` and `a:b` in running text remain text.
 */
export function remarkStatements(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  const { flow } = directive()
  const [container] = [flow?.[codes.colon] ?? []].flat()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { flow: { [codes.colon]: container } }]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
  const parse = (markdown: string): Root => this.parse(markdown) as Root
  return (tree: Root, file: VFile): void => {
    const source = String(file)
    visit(tree, 'containerDirective', (node) => {
      if (!isClosed(node, source)) {
        report(file, node, {
          rule: 'unclosed',
          message: translate`Found :::${node.name} without its closing :::; it continues to the end of what contains it.`,
          hint: translate`Put ::: on a line of its own after it. A statement that contains others needs more colons than they have.`,
        })
      }
      if (!kinds.includes(node.name)) {
        report(file, node, {
          rule: 'statement',
          message: translate`Found :::${node.name}; expected one of ${listed(kinds)}.`,
          hint: translate`Check the spelling. Put a backslash before the colons to show them.`,
        })
        return
      }
      toElement(node, parse)
    })
  }
}

/** Is the last line of a statement a fence with as many colons as its first line? */
function isClosed({ position }: ContainerDirective, source: string): boolean {
  const text = source.slice(position?.start.offset, position?.end.offset)
  const colons = /^:+/.exec(text)?.[0].length ?? 0
  const lastLine = text.slice(text.lastIndexOf('\n') + 1)
  const closing = /^[ \t>]*(:+)[ \t]*$/.exec(lastLine)?.[1]
  return closing !== undefined && closing.length >= colons && text.includes('\n')
}

function toElement(node: ContainerDirective, parse: (markdown: string) => Root): void {
  const { id, title } = node.attributes ?? {}
  const isFloat = isFloatKind(node.name)
  const isClaim = isStatementKind(node.name) && statementKinds[node.name].claim
  node.data = {
    hName: isFloat ? 'figure' : node.name === 'solution' ? 'details' : 'div',
    hProperties: {
      className: ['statement', node.name, ...(isClaim ? ['claim'] : [])],
      dataKind: node.name,
      ...(id && { id }),
    },
  }
  const label = node.children.find((child) => child.data && 'directiveLabel' in child.data)
  const heading = label?.type === 'paragraph' ? label : title ? titleOf(node, parse(title)) : undefined
  node.children = node.children.filter((child) => child !== label)
  if (isFloat) {
    // An image inside a figure is not a figure itself.
    for (const child of node.children) if (child.type === 'paragraph') child.data = { hName: 'div' }
    const caption = heading ?? { type: 'paragraph', children: [] }
    caption.data = { hName: 'figcaption' }
    // The caption of a table is above it, that of a figure below.
    if (node.name === 'table') node.children.unshift(caption)
    else node.children.push(caption)
  } else if (heading) {
    heading.data = { hName: 'p', hProperties: { dataTitle: '' } }
    node.children.unshift(heading)
  }
}

/** A title that is an attribute, parsed as Markdown. */
function titleOf(node: ContainerDirective, parsed: Root): Paragraph {
  return { type: 'paragraph', children: readTitle(parsed, node) }
}
