import type { Root } from 'mdast'
import type {} from 'mdast-util-mdx'
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import type { Parent } from 'unist'
import type { VFile } from 'vfile'
import type { Site } from '../../site/config'
import { listed, translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import { SKIP, visit } from '../tree/visit'
import type { ArticleComponent } from '../types'
import { isInBrackets, isLoneBegin } from './remark-tex-commands'

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement
type Value = string | number | boolean | null | Value[] | { [key: string]: Value }

declare module 'mdast-util-mdx-jsx' {
  interface MdxJsxFlowElementData extends ComponentData {}
  interface MdxJsxTextElementData extends ComponentData {}
}

interface ComponentData {
  props?: Record<string, unknown>
  /** Where the article uses the component: `content/posts/x.mdx:17`. */
  place?: string
  /** What feeds, paper and Markdown show instead of it. */
  fallback?: string
}

interface Options {
  components: readonly ArticleComponent[]
  trust: Site['trust']
}

/**
 * Read MDX as data. No code of an article runs, so one pipeline can print pages, teasers and feeds.
 *
 * - comments are removed;
 * - `<div className="wide">` becomes an HTML element;
 * - `<Plot r={3.2} />` keeps its attributes as literal values in `data.props`, which the schema of the component checks;
 * - `import`, `export`, computed expressions and unknown components are reported. Articles of guests have no components: their
 *   children remain.
 */
export function remarkStaticMdx({ components, trust }: Options) {
  return (tree: Root, file: VFile): void => {
    /** The last paragraph with an environment that is not closed, which is reported. Its braces are those of a formula. */
    let broken: Parent | undefined
    const source = String(file)
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return
      if (node.type === 'texCommand' && isLoneBegin(node)) broken = parent
      if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
        if (!isComment(node.value) && parent !== broken && !isInBrackets(node, parent, source)) {
          report(file, node, {
            rule: 'mdx-expression',
            message: translate`Found the expression {${node.value.slice(0, 40)}}; expected text, a formula or a component.`,
            hint: translate`Write \\{ for a brace, put TeX between dollars, or name the file .md, where braces are plain text.`,
          })
        }
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (node.type === 'mdxjsEsm') {
        report(file, node, {
          rule: 'mdx-import',
          message: translate`Found an import or export; articles are data and run no code.`,
          hint: translate`Put the component into site/components and use it by name, without an import.`,
        })
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        readElement(node, file, { components, trust })
      }
      return
    })
  }
}

function isComment(expression: string): boolean {
  return /^\s*(\/\*[\s\S]*\*\/)?\s*$/.test(expression)
}

function readElement(node: JsxElement, file: VFile, { components, trust }: Options): void {
  const { props, isRead } = readProps(node, file)
  const isComponent = node.name !== null && /^[A-Z]/.test(node.name)
  if (!isComponent) {
    toHtmlElement(node, node.name ?? 'div', props)
    return
  }
  if (trust === 'low') {
    report(file, node, {
      rule: 'trust',
      message: translate`Found the component <${node.name}>, which an article of a guest cannot contain (trust: 'low').`,
      hint: translate`Write Markdown instead, or show a picture.`,
    })
    toHtmlElement(node, node.type === 'mdxJsxFlowElement' ? 'div' : 'span', {})
    return
  }
  const { fallback, ...rest } = props
  const { line = 1 } = node.position?.start ?? {}
  node.data = {
    ...node.data,
    props: rest,
    place: `${file.path}:${line}`,
    ...(typeof fallback === 'string' && { fallback }),
  }
  checkComponent(node, rest, isRead, { file, components })
}

/** remark-rehype does not change JSX nodes, but converts unknown types with `hName` to elements. */
function toHtmlElement(
  node: JsxElement,
  hName: string,
  { className, ...rest }: Record<string, unknown>,
): void {
  const classes = typeof className === 'string' ? { className: className.split(/\s+/) } : {}
  node.data = { hName, hProperties: { ...rest, ...classes } as Record<string, string> }
  Object.assign(node, { type: node.type === 'mdxJsxFlowElement' ? 'htmlElement' : 'htmlTextElement' })
}

/** @param isRead was the value of a prop read? If not, that is reported already */
function checkComponent(
  node: JsxElement,
  props: Record<string, unknown>,
  isRead: (prop: string) => boolean,
  { file, components }: Pick<Options, 'components'> & { file: VFile },
): void {
  const component = components.find(({ name }) => name === node.name)
  if (!component) {
    const names = listed(components.map(({ name }) => name))
    report(file, node, {
      rule: 'mdx-component',
      message: translate`Found <${node.name}>, which is not a component of this site; expected ${names ? translate`one of ${names}` : translate`a component in site/components`}.`,
      hint: translate`Check the spelling, or add site/components/${node.name}.tsx.`,
    })
    return
  }
  if (component.error !== undefined)
    report(file, node, {
      rule: 'mdx-component',
      message: translate`The component <${node.name}> cannot be used: ${component.error}.`,
      hint: translate`Correct site/components/${node.name}.tsx.`,
    })
  for (const { prop, message } of component.check?.(props) ?? []) {
    if (prop !== undefined && !isRead(prop)) continue
    report(file, node, {
      rule: 'mdx-props',
      message: translate`Found <${node.name}> with props that do not match its schema: ${message}.`,
      hint: translate`site/components/${node.name}.tsx exports the schema.`,
    })
  }
}

/** Read the attributes of an element. Those that are not literals are reported. A spread may contain any of them. */
function readProps(
  node: JsxElement,
  file: VFile,
): { props: Record<string, unknown>; isRead(prop: string): boolean } {
  const entries: [string, unknown][] = []
  const unreadable = new Set<string>()
  let hasSpread = false
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      hasSpread = true
      report(file, node, {
        rule: 'mdx-attribute',
        message: translate`Found {${attribute.value}} in the attributes of <${node.name}>; expected name="value".`,
        hint: translate`Write each attribute as name="value".`,
      })
      continue
    }
    const value = readValue(attribute, node, file)
    entries.push([attribute.name, value ?? null])
    if (value === undefined) unreadable.add(attribute.name)
  }
  return { props: Object.fromEntries(entries), isRead: (prop) => !hasSpread && !unreadable.has(prop) }
}

/** @returns undefined if the value is not a literal, which is reported */
function readValue(attribute: MdxJsxAttribute, node: JsxElement, file: VFile): Value | undefined {
  if (attribute.value === null || attribute.value === undefined) return true
  if (typeof attribute.value === 'string') return attribute.value
  try {
    return JSON.parse(attribute.value.value) as Value
  } catch {
    report(file, node, {
      rule: 'mdx-attribute',
      message: translate`Found ${attribute.name}={${attribute.value.value}}; expected a literal: a number, true, "text" or a list.`,
      hint: translate`Write ${attribute.name}={3.2} or ${attribute.name}="text"; write lists and objects as JSON.`,
    })
    return undefined
  }
}
