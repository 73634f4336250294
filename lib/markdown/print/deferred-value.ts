/**
 * A value that depends on the whole site: a number of an article that continues a series, or a reference or link to
 * another article. The printed body contains it encoded, and linking replaces it when content is published. So an article whose
 * source is unchanged need not be compiled again when another article changes.
 */
export type DeferredValue =
  /** The article's own n-th equation number; `n` is 1 for the first equation of the article. */
  | { kind: 'number'; n: number }
  /** The text of a reference to another article, as HTML. */
  | { kind: 'text'; label: string; form: string; lang: string }
  /** The URL of a label in another article. */
  | { kind: 'url'; label: string }
  /** The URL of a document, by its path below `content/`. */
  | { kind: 'document'; file: string }
  /** The URL of a post, which the author named by the path `/posts/:slug`. */
  | { kind: 'post'; path: string }

// Private-use characters: they need no escaping in HTML or JSON.
const start = '\uE000'
const end = '\uE001'

export function writeDeferredValue(value: DeferredValue): string {
  return `${start}${encodeURIComponent(JSON.stringify(value))}${end}`
}

export function hasDeferredValues(text: string): boolean {
  return text.includes(start)
}

/** Replace every deferred value in a text. */
export function fillDeferredValues(text: string, fill: (value: DeferredValue) => string): string {
  return text.replace(/\uE000([^\uE000\uE001]*)\uE001/g, (whole, encoded: string) => {
    const value = parseDeferredValue(encoded)
    // Authors may use these characters themselves, for example with an icon font: theirs are kept.
    return value ? fill(value) : whole
  })
}

function parseDeferredValue(encoded: string): DeferredValue | undefined {
  if (!encoded.startsWith('%7B%22kind%22')) return undefined
  try {
    const value: Partial<Record<string, unknown>> = JSON.parse(decodeURIComponent(encoded))
    const isNumber = value.kind === 'number' && Number.isInteger(value.n)
    const isReference = (value.kind === 'text' || value.kind === 'url') && typeof value.label === 'string'
    const isDocument = value.kind === 'document' && typeof value.file === 'string'
    const isPost = value.kind === 'post' && typeof value.path === 'string'
    return isNumber || isReference || isDocument || isPost ? (value as unknown as DeferredValue) : undefined
  } catch {
    return undefined
  }
}

/** Change the parts of a text that are not deferred values. */
export function mapOutsideDeferredValues(text: string, change: (text: string) => string): string {
  return text
    .split(/(\uE000%7B%22kind%22[^\uE000\uE001]*\uE001)/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
}
