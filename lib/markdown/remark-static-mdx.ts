import type { Root } from 'mdast'
import type {} from 'mdast-util-mdx'
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import type { VFile } from 'vfile'
import { report } from './problem'
import { SKIP, visit } from './visit'

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement
type Value = string | number | boolean | null | Value[] | { [key: string]: Value }

declare module 'mdast-util-mdx-jsx' {
  interface MdxJsxFlowElementData {
    props?: Record<string, unknown>
  }
  interface MdxJsxTextElementData {
    props?: Record<string, unknown>
  }
}

/**
 * Read MDX as data: an article is compiled without running code, so that one pipeline serves page, teaser and feed.
 *
 * - comments vanish;
 * - `<div className="wide">` becomes the HTML element;
 * - `<Plot r={3.2} />` keeps its attributes as literal values in `data.props`;
 * - `import`, `export`, computed expressions and unknown components are reported.
 */
export function remarkStaticMdx({ components }: { components: readonly string[] }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return
      if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
        if (!isComment(node.value)) {
          report(file, node, {
            rule: 'mdx-expression',
            message: `Found the expression {${node.value.slice(0, 40)}}; expected text, a formula or a component.`,
            hint: 'Write \\{ for a brace, put TeX between dollars, or name the file .md, where braces are plain text.',
          })
        }
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (node.type === 'mdxjsEsm') {
        report(file, node, {
          rule: 'mdx-import',
          message: 'Found an import or export; articles are data and run no code.',
          hint: 'Add the component to components/article/registry.ts and use it by name, without an import.',
        })
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        readElement(node, file, components)
      }
      return
    })
  }
}

function isComment(expression: string): boolean {
  return /^\s*(\/\*[\s\S]*\*\/)?\s*$/.test(expression)
}

function readElement(node: JsxElement, file: VFile, components: readonly string[]): void {
  const props: Record<string, unknown> = {}
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(file, node, {
        rule: 'mdx-attribute',
        message: `Found {${attribute.value}} among the attributes of <${node.name}>; expected name="value".`,
        hint: 'Write every attribute out.',
      })
      continue
    }
    props[attribute.name] = readValue(attribute, node, file)
  }
  const isComponent = node.name !== null && /^[A-Z]/.test(node.name)
  if (!isComponent) {
    const { className, ...rest } = props
    node.data = {
      hName: node.name ?? 'div',
      hProperties: {
        ...rest,
        ...(typeof className === 'string' && { className: className.split(/\s+/) }),
      } as Record<string, string>,
    }
    // remark-rehype passes JSX through untouched; an element of another type with `hName` is converted.
    Object.assign(node, { type: node.type === 'mdxJsxFlowElement' ? 'htmlElement' : 'htmlTextElement' })
    return
  }
  if (!components.includes(node.name ?? '')) {
    report(file, node, {
      rule: 'mdx-component',
      message: `Found <${node.name}>, which is not a component of this site; expected one of ${components.join(', ')}.`,
      hint: 'Check the spelling, or add it to components/article/registry.ts.',
    })
  }
  node.data = { ...node.data, props }
}

function readValue(attribute: MdxJsxAttribute, node: JsxElement, file: VFile): Value {
  if (attribute.value === null || attribute.value === undefined) return true
  if (typeof attribute.value === 'string') return attribute.value
  try {
    return JSON.parse(attribute.value.value) as Value
  } catch {
    report(file, node, {
      rule: 'mdx-attribute',
      message: `Found ${attribute.name}={${attribute.value.value}}; expected a literal: a number, true, "text" or a list.`,
      hint: `Write ${attribute.name}={3.2} or ${attribute.name}="text"; lists and objects as JSON.`,
    })
    return null
  }
}
