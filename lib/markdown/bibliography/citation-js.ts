import { createRequire } from 'node:module'
import { join } from 'node:path'
import { engineFolder } from '../../site/folders.mjs'

// Types for the parts of citation-js that we use. The package has none.

/** A name in CSL-JSON. `literal` is an organisation, whose letters stay as they are. */
export interface CslName {
  family?: string
  given?: string
  literal?: string
  'non-dropping-particle'?: string
}

/** A date in CSL-JSON; `literal` is a date that is not in numbers: `c1988`. */
export interface CslDate {
  'date-parts'?: (string | number)[][]
  literal?: string
}

/** A work in CSL-JSON. */
export interface CslItem {
  id: string
  title?: string
  author?: CslName[]
  editor?: CslName[]
  translator?: CslName[]
  'container-author'?: CslName[]
  publisher?: string | string[]
  'publisher-place'?: string | string[]
  issued?: CslDate
  accessed?: CslDate
  'available-date'?: CslDate
  type?: string
  'container-title'?: string
  volume?: string | number
  issue?: string | number
  number?: string | number
  edition?: string | number
  page?: string
  medium?: string
  language?: string
  URL?: string
  DOI?: string
  ISBN?: string
}

/** An entry of a `.bib` file before its values are read: `{\"U}ber $L^p$`. */
export interface BibEntry {
  /** In lower case: `article`. */
  type: string
  label: string
  /** By name in lower case. */
  properties: Record<string, string | number>
}

interface Citation {
  citationID: string
  citationItems: { id: string; prefix?: string; suffix?: string }[]
  properties: { noteIndex: number }
}

/** citeproc's processor of one style. */
export interface Processor {
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
  input: {
    /** Parse until the result is CSL-JSON. */
    chain(data: unknown, options: { forceType: string; generateGraph: boolean }): CslItem[]
    chainAsync(data: unknown, options: { forceType: string; generateGraph: boolean }): Promise<CslItem[]>
    /** Parse by one step. */
    data(text: string, type: '@biblatex/text'): BibEntry[]
  }
  output: {
    format(name: 'biblatex', items: readonly CslItem[]): string
  }
  config: {
    get(name: '@bibtex'): { format: { asciiOnly: boolean } }
    get(name: '@csl'): {
      engine(items: CslItem[], style: string, locale: string, format: 'html'): Processor
      locales: Register
      templates: Register
    }
  }
}

/** Load citation-js on first use, with `require`, because the bundler of contentlayer's configuration cannot bundle it. */
export function loadPlugins(): Plugins {
  const load = createRequire(join(engineFolder(), 'package.json'))
  const core: { plugins: Plugins } = load('@citation-js/core')
  load('@citation-js/plugin-bibtex')
  load('@citation-js/plugin-csl')
  return core.plugins
}
