import { createHash } from 'node:crypto'
import { restoreTheme } from '../../site/restore-theme'

/** What Next writes into pages, as a whole: React's payload and the names of entry modules, both JSON in a call. */
const nextScripts = [
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(\[\d+(?:,"[^"\\]*(?:\\.[^"\\]*)*")?\]\)$/,
  /^self\.__next_f\.push\(\[\d+,(?:"[^"\\]*(?:\\.[^"\\]*)*"|null)\]\)$/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(\{"otherChunks":\[[^()]*\]\}\);$/,
]

/** The inline scripts of a page. */
export interface InlineScripts {
  /** Hashes of our own scripts and Next's, as sources of a content security policy. */
  allowed: string[]
  /** The text of others, which the policy blocks. */
  blocked: string[]
}

/**
 * Find the inline scripts of a page. Only scripts that Next and we write are allowed, recognised by their whole text: the
 * policy would be useless if it allowed whatever is in the page.
 */
export function findInlineScripts(html: string): InlineScripts {
  const allowed = new Set<string>()
  const blocked: string[] = []
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>(.*?)<\/script\s*>/gis)) {
    // Data, such as JSON-LD, does not run.
    if (/\bsrc=/.test(attributes) || /\btype="?(?:application\/|text\/plain)/.test(attributes)) continue
    const isKnown = text === restoreTheme || nextScripts.some((pattern) => pattern.test(text))
    if (isKnown) allowed.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    else if (text.trim() !== '') blocked.push(text)
  }
  return { allowed: [...allowed], blocked }
}
