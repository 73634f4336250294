/** citation-js ships no types: what we use of it. */

export interface CslItem {
  id: string
  title?: string
  author?: { family?: string; given?: string; literal?: string }[]
  publisher?: string | string[]
  issued?: { 'date-parts'?: (string | number)[][] }
  type?: string
  'container-title'?: string
  volume?: string | number
  issue?: string | number
  page?: string
  DOI?: string
  ISBN?: string
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
