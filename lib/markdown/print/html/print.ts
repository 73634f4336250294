import type { Element, ElementContent, RootContent } from 'hast'
import { containsComponent, isComponent } from '../../tree/component'
import { wrapWideContent } from '../../tree/wrap-wide-content'
import { printHtml } from './print-html'
import type { Target } from './target'

/**
 * A printed article: pieces of static HTML, and nodes for React. Everything without a component is static HTML; each
 * component, and each element that contains one, is a node.
 */
export interface Print {
  nodes: PrintNode[]
  /** The pieces of static HTML. `nodes` contains their indexes. */
  html: string[]
}

export type PrintNode =
  | number
  | {
      name: string
      props: Record<string, unknown>
      inline: boolean
      children: PrintNode[]
      /** Of a component: where the article uses it, as `content/posts/x.mdx:17`. */
      place?: string
      /** Of a component: its replacement on paper and in feeds. */
      fallback?: string
    }

/** Print nodes as static HTML and components. */
export function print(children: RootContent[], target: Target): Print {
  const html: string[] = []
  const wrapped = children.map((child) => wrapWideContent(child, target.setting.words))
  return { nodes: toNodes(wrapped, html, target), html }
}

function toNodes(
  children: readonly (RootContent | ElementContent)[],
  html: string[],
  target: Target,
): PrintNode[] {
  const nodes: PrintNode[] = []
  let staticRun: RootContent[] = []
  const flush = () => {
    const text = printHtml(staticRun, target)
    if (text.trim() !== '') nodes.push(html.push(text) - 1)
    staticRun = []
  }
  for (const child of children) {
    if (!containsComponent(child)) {
      staticRun.push(child)
      continue
    }
    flush()
    if (isComponent(child)) {
      const { name, data } = child
      const inline = child.type === 'mdxJsxTextElement'
      const inner = toNodes(child.children as ElementContent[], html, target)
      const { props, place, fallback } = data ?? {}
      nodes.push({
        name: name ?? '',
        props: { ...props },
        inline,
        children: inner,
        ...(place !== undefined && { place }),
        ...(fallback !== undefined && { fallback }),
      })
    } else if (child.type === 'element') {
      const inline = /^(p|span|em|strong|a|li|td|th|h[1-6])$/.test(child.tagName)
      nodes.push({
        name: child.tagName,
        props: wrapperProps(child),
        inline,
        children: toNodes(child.children, html, target),
      })
    }
  }
  flush()
  return nodes
}

/** Properties with React's names. `style` is left out, because React does not accept a string. */
function wrapperProps({ properties: { style: _, ...properties } }: Element): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      attributeOf(name),
      Array.isArray(value) ? value.join(' ') : value,
    ]),
  )
}

/** `ariaLabel` → `aria-label`, `dataFootnoteRef` → `data-footnote-ref`. Other names are the same in React. */
function attributeOf(property: string): string {
  if (property.startsWith('aria')) return `aria-${property.slice(4).toLowerCase()}`
  if (!property.startsWith('data')) return property
  return property.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
}
