import type { Problem } from '../problems/problem'
import { checkEntries } from './check-entries'
import type { CslItem } from './citation-js'
import { isChinese } from './gb-items'
import { type CitationOptions, createProcessor, gbStyle } from './processor'
import { readEntries } from './read-entries'
import { showFormulas, splitAtFormulas, type WorkPart } from './title-formulas'
import { toCsl, type Work } from './to-csl'

/** A work in a citation, and the part that is cited: `第 3 节`. */
export interface CitedWork {
  key: string
  locator?: string
}

/** A formatted work of a list. */
export interface FormattedWork {
  key: string
  /** HTML, with the formulas of the title as `$…$`. */
  html: string
  /** The same, with formulas that are not typeset yet. */
  parts: WorkPart[]
}

/** The works that articles can cite: `content/references.bib`. */
export interface Bibliography {
  /** Mistakes in the file. */
  problems: Problem[]
  has(key: string): boolean
  keys(): string[]
  /** A work as CSL-JSON; formulas are `$…$`. */
  get(key: string): CslItem | undefined
  /**
   * Format one article's citations.
   *
   * @param clusters the citations of the text, in order
   * @returns the citations as HTML (`[1, 第 3 节]`), and the works in the order of the style
   * @throws if the style does not exist
   */
  format(
    clusters: readonly (readonly CitedWork[])[],
    options: CitationOptions,
  ): { clusters: string[]; entries: FormattedWork[] }
}

/** A noncharacter of Unicode before each work of a citation with places, where a semicolon separates it from the last one. */
const workStart = '\uFDEF'

/** Parse BibTeX or BibLaTeX. An empty text is an empty bibliography. */
export function readBibliography(text: string, file: string): Bibliography {
  const bib = readEntries(text, file)
  const { works: read, problems: invalid } = toCsl(bib, file)
  const works = new Map(read.map((work) => [work.item.id, work]))
  const problems = [...bib.problems, ...invalid, ...checkEntries(bib, read, file)]
  const isBroken = problems.some(({ severity }) => !severity)
  return {
    problems,
    // If the file has an error, every key is accepted, so that only that error is reported.
    has: (key) => works.has(key) || isBroken,
    keys: () => [...works.keys()],
    get: (key) => withShownFormulas(works.get(key)?.item),
    format: (clusters, options) => format(works, clusters, options),
  }
}

function withShownFormulas(item: CslItem | undefined): CslItem | undefined {
  return (
    item &&
    JSON.parse(JSON.stringify(item), (_, value) => (typeof value === 'string' ? showFormulas(value) : value))
  )
}

function format(
  works: ReadonlyMap<string, Work>,
  clusters: readonly (readonly CitedWork[])[],
  options: CitationOptions,
): ReturnType<Bibliography['format']> {
  const keys = [...new Set(clusters.flat().map(({ key }) => key))].filter((key) => works.has(key))
  const cited = keys.flatMap((key) => works.get(key) ?? [])
  const processor = createProcessor(cited, options)
  const citations = clusters.map((cluster, index) => {
    const known = cluster.filter(({ key }) => works.has(key))
    const hasPlaces = known.length > 1 && known.some(({ locator }) => locator)
    return {
      citationID: String(index),
      citationItems: known.map(({ key, locator }) => ({
        id: String(keys.indexOf(key)),
        ...(hasPlaces && { prefix: workStart }),
        ...(locator && { suffix: `, ${locator}` }),
      })),
      properties: { noteIndex: 0 },
    }
  })
  const known = citations.filter(({ citationItems }) => citationItems.length > 0)
  const texts = new Map(processor.rebuildProcessorState(known, 'html', []).map(([id, , html]) => [id, html]))
  const [{ entry_ids: ids }, entries] = processor.makeBibliography()
  return {
    clusters: citations.map(({ citationID }) => separateWorks(texts.get(citationID) ?? '')),
    entries: entries.map((html, index) => {
      const work = Number(ids[index]?.[0])
      const key = keys[work] ?? ''
      const entry = toEntry(html, cited[work]?.item, options.style)
      return { key, html: showFormulas(entry), parts: splitAtFormulas(entry) }
    }),
  }
}

/** Separate works with places by semicolons: `[1, p. 5; 2, p. 7]`. */
function separateWorks(html: string): string {
  return html.replace(new RegExp(`[,;] ?${workStart}`, 'g'), '; ').replaceAll(workStart, '')
}

/** Remove the outer element of an entry, link URLs, and write "et al." in the language of the work. */
function toEntry(html: string, item: CslItem | undefined, style: string): string {
  const inner = html.replace(/^\s*<div class="csl-entry">|<\/div>\s*$/g, '').trim()
  const words = style !== gbStyle && item && isChinese(item) ? inner.replace(/et al\.?/, '等') : inner
  return words
    .replace(/https?:\/\/[^\s<]+[^\s<.,]/g, (url) => linkTo(url, url))
    .replace(
      /\bDOI: (10\.[^\s<]+[^\s<.,])/,
      (_, doi: string) => `DOI: ${linkTo(`https://doi.org/${doi}`, doi)}`,
    )
}

/** A link. In the HTML of citeproc only quotes may be unescaped. */
function linkTo(url: string, html: string): string {
  return `<a href="${url.replaceAll('"', '%22')}">${html}</a>`
}
