import type { Element, ElementContent, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import { isGlobalName } from '../text/global-name'
import { SKIP, visit } from '../tree/visit'
import { guestSchema, withoutText } from './guest-schema'

/**
 * Report and remove what an article of a guest must not contain (`trust: 'low'`): elements and attributes that are not in
 * `guestSchema`, and ids that scripts could take for a value of their own. Use it while the tree contains only what the author
 * wrote, before plugins that add HTML of ours.
 *
 *     <form id="location"><p style="position:fixed" class="x">a</p></form>  →  <p>a</p>
 */
export function rehypeGuestHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined || node.type === 'text') return
      const element = node.type === 'element' ? withAllowedProperties(node) : undefined
      if (node.type === 'element' && element) {
        reportProperties(node, element, file)
        node.properties = element.properties
        removeGlobalName(node, file)
        return
      }
      if (node.type === 'element') reportElement(node, file)
      const children: ElementContent[] =
        node.type === 'element' && !withoutText.has(node.tagName) ? node.children : []
      parent.children.splice(index, 1, ...children)
      return [SKIP, index]
    })
  }
}

/** The element without its children, as the schema allows it; undefined if it does not. */
function withAllowedProperties(element: Element): Element | undefined {
  const allowed = sanitize({ ...element, children: [] }, guestSchema)
  return allowed.type === 'element' ? allowed : undefined
}

function reportElement(element: Element, file: VFile): void {
  report(file, element, {
    rule: 'trust',
    message: translate`Found <${element.tagName}>, which an article of a guest cannot contain (trust: 'low').`,
    hint: translate`Write Markdown, or HTML for text, tables, images and media. docs/security.md lists what is allowed.`,
  })
}

function reportProperties(element: Element, allowed: Element, file: VFile): void {
  for (const [name, value] of Object.entries(element.properties)) {
    const kept = Object.hasOwn(allowed.properties, name) ? allowed.properties[name] : undefined
    if (value === undefined || value === null || value === false || isSame(value, kept)) continue
    report(file, element, {
      rule: 'trust',
      message: translate`Found ${attributeName(name)}="${String(value).slice(0, 60)}" at <${element.tagName}>, which an article of a guest cannot contain (trust: 'low').`,
      hint: translate`Remove the attribute. docs/security.md lists what is allowed.`,
    })
  }
}

/** Are two values of a property the same? A list may have lost some of its items. */
function isSame(value: unknown, kept: unknown): boolean {
  return Array.isArray(value) && Array.isArray(kept) ? value.length === kept.length : value === kept
}

/** The name of a property in HTML: `className` → `class`, `dataKind` → `data-kind`. */
function attributeName(property: string): string {
  if (property === 'className') return 'class'
  return property.replace(/^(data|aria)([A-Z])/, '$1-$2').toLowerCase()
}

function removeGlobalName(element: Element, file: VFile): void {
  const { id } = element.properties
  if (id === undefined || !isGlobalName(String(id))) return
  delete element.properties.id
  report(file, element, {
    rule: 'trust',
    message: translate`Found the id "${id}", which scripts could take for a value of their own; expected a hyphen or a Han character in it (trust: 'low').`,
    hint: translate`Write note-${id} instead, also where it is referred to.`,
  })
}
