// The few parts of the DOM with which Observable Plot draws, so that it can draw on a server. d3-selection reads the others.

const svg = 'http://www.w3.org/2000/svg'

/** A document whose elements can only be built and printed. */
export class VirtualDocument {
  readonly documentElement = new VirtualElement(this, svg, 'svg')

  createElementNS(namespace: string, name: string): VirtualElement {
    return new VirtualElement(this, namespace, name)
  }

  createElement(name: string): VirtualElement {
    return new VirtualElement(this, 'http://www.w3.org/1999/xhtml', name)
  }

  createTextNode(value: string): VirtualText {
    return new VirtualText(value)
  }

  querySelector(): null {
    return null
  }

  querySelectorAll(): never[] {
    return []
  }
}

class VirtualText {
  readonly nodeType = 3

  constructor(public nodeValue: string) {}

  toString(): string {
    return escapeText(this.nodeValue)
  }
}

class VirtualElement {
  readonly nodeType = 1
  readonly childNodes: (VirtualElement | VirtualText)[] = []
  parentNode: VirtualElement | null = null
  private readonly attributes = new Map<string, string>()

  constructor(
    readonly ownerDocument: VirtualDocument,
    readonly namespaceURI: string,
    readonly tagName: string,
  ) {}

  readonly style = {
    setProperty: (name: string, value: string) => {
      this.setAttribute('style', `${this.attributes.get('style') ?? ''}${name}:${value};`)
    },
    removeProperty: () => {},
  }

  get firstChild() {
    return this.childNodes[0] ?? null
  }

  set textContent(value: string) {
    this.childNodes.splice(0, this.childNodes.length, new VirtualText(String(value)))
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value))
  }

  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value)
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name)
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(name)
  }

  addEventListener(): void {}

  removeEventListener(): void {}

  appendChild<Child extends VirtualElement | VirtualText>(child: Child): Child {
    this.childNodes.push(child)
    if (child instanceof VirtualElement) child.parentNode = this
    return child
  }

  append(...children: (VirtualElement | VirtualText | string)[]): void {
    for (const child of children) this.appendChild(typeof child === 'string' ? new VirtualText(child) : child)
  }

  insertBefore<Child extends VirtualElement | VirtualText>(
    child: Child,
    before: VirtualElement | null,
  ): Child {
    const index = before ? this.childNodes.indexOf(before) : -1
    if (index < 0) return this.appendChild(child)
    this.childNodes.splice(index, 0, child)
    if (child instanceof VirtualElement) child.parentNode = this
    return child
  }

  querySelector(): null {
    return null
  }

  querySelectorAll(): never[] {
    return []
  }

  toString(): string {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escapeText(value)}"`).join('')
    return `<${this.tagName}${attributes}>${this.childNodes.join('')}</${this.tagName}>`
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
