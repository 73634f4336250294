/** citation-js ships no types: what we use of it. */

export interface CslItem {
  id: string
  title?: string
  author?: unknown
  publisher?: string | string[]
}

interface Citation {
  citationID: string
  citationItems: { id: string; suffix?: string }[]
  properties: { noteIndex: number }
}

interface Processor {
  rebuildProcessorState(
    citations: Citation[],
    format: 'html',
    uncited: [],
  ): [id: string, note: number, html: string][]
  makeBibliography(): [{ entry_ids: string[][] }, string[]]
}

interface Register {
  has(name: string): boolean
  add(name: string, xml: string): void
  list(): string[]
}

export interface Plugins {
  input: { chain(text: string, options: { forceType: string; generateGraph: boolean }): CslItem[] }
  config: {
    get(name: '@csl'): {
      engine(items: CslItem[], style: string, locale: string, format: 'html'): Processor
      locales: Register
      templates: Register
    }
  }
}
