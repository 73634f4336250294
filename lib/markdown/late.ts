/**
 * What only the whole site knows stands in a printed article as a late value, and is filled in when content is
 * published: the numbers of an article that continues another's, and references into other articles.
 * So a compiled article is reused while its own source is unchanged, and its numbers are current all the same.
 */
export type Late =
  /** The article's own n-th equation number; `n` counts from 1 with the article. */
  | { kind: 'number'; n: number }
  /** The text of a reference into another article, HTML. */
  | { kind: 'text'; label: string; form: string; lang: string }
  /** The address of what another article's label names. */
  | { kind: 'url'; label: string }

// Private-use characters: they need no escaping in HTML or JSON.
const open = '\uE000'
const close = '\uE001'

export function writeLate(value: Late): string {
  return `${open}${encodeURIComponent(JSON.stringify(value))}${close}`
}

export function holdsLate(text: string): boolean {
  return text.includes(open)
}

export function fillLate(text: string, fill: (value: Late) => string): string {
  return text.replace(/\uE000([^\uE000\uE001]*)\uE001/g, (whole, value: string) => {
    // Authors may write these characters themselves (fonts with icons do): they stay.
    if (!value.startsWith('%7B%22kind%22')) return whole
    return fill(JSON.parse(decodeURIComponent(value)) as Late)
  })
}

/** Change a text, but for the late values in it. */
export function mapAround(text: string, change: (text: string) => string): string {
  return text
    .split(/(\uE000%7B%22kind%22[^\uE000\uE001]*\uE001)/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
}
