import type { Element, ElementContent } from 'hast'
import type { VFile } from 'vfile'
import type { Language } from '../../site/languages'
import { translate } from '../../site/messages/translate.mjs'
import { toAnchor } from '../numbering/anchors'
import { nearest } from '../problems/nearest'
import { report } from '../problems/problem'
import type { CitationItem } from '../syntax/citation'
import type { Bibliography, FormattedWork } from './bibliography'
import type { CslItem } from './citation-js'

/** Unknown names in one file for which a similar name is suggested: each is compared with every name there is. */
const maxSuggestions = 20

/** The citations of one article, collected while its tree is walked. */
export interface Citations {
  file: VFile
  bibliography: Bibliography
  found: { element: Element; items: CitationItem[] }[]
  /** How many unknown names have been looked up. */
  suggestions: number
}

export function createCitations(file: VFile, bibliography: Bibliography): Citations {
  return { file, bibliography, found: [], suggestions: 0 }
}

/** Read the citation that an element has as JSON. An author's HTML may have the same attribute with any value. */
export function parseCitation(json: string): CitationItem[] {
  try {
    const items: unknown = JSON.parse(json)
    return Array.isArray(items) ? items.filter((item) => typeof item?.key === 'string') : []
  } catch {
    return []
  }
}

/**
 * Collect a citation and report its unknown keys.
 * @param labels by name; the author may have meant one of them
 */
export function addCitation(
  citations: Citations,
  element: Element,
  items: CitationItem[],
  labels: ReadonlyMap<string, unknown>,
): void {
  const { file, bibliography, found } = citations
  for (const { key } of items) {
    if (bibliography.has(key)) continue
    const suggestion =
      citations.suggestions++ < maxSuggestions && nearest(key, [...bibliography.keys(), ...labels.keys()])
    report(file, element, {
      rule: 'citation',
      message: translate`Found [@${key}]; expected a label of this article or a key of content/references.bib.`,
      hint: suggestion
        ? translate`Did you mean @${suggestion}?`
        : translate`Add the work to content/references.bib.`,
    })
  }
  element.properties = {}
  element.children = [{ type: 'text', value: items.map(({ key }) => `[@${key}]`).join('') }]
  const known = items.filter(({ key }) => bibliography.has(key))
  if (known.length > 0) found.push({ element, items: known })
}

/**
 * Format the collected citations as links to the list of works.
 * @returns the works, and the list as a section for the end of the article; undefined without citations
 */
export function formatCitations(
  { bibliography, found }: Citations,
  { style, lang, title }: { style: string; lang: Language; title: string },
): { works: CslItem[]; section: Element } | undefined {
  if (found.length === 0) return undefined
  const clusters = found.map(({ items }) => items)
  const formatted = bibliography.format(clusters, { style, lang })
  for (const [index, { element, items }] of found.entries()) {
    element.tagName = 'a'
    element.properties = {
      className: ['citation'],
      href: `#${workAnchor(items[0]?.key ?? '')}`,
      ...(items.length > 1 && { dataWorks: items.map(({ key }) => workAnchor(key)).join(' ') }),
    }
    element.children = [{ type: 'raw', value: formatted.clusters[index] ?? '' }]
  }
  return {
    works: formatted.entries.flatMap(({ key }) => bibliography.get(key) ?? []),
    section: createWorksSection(formatted.entries, title, found),
  }
}

function workAnchor(key: string): string {
  return `ref-${toAnchor(key)}`
}

function createWorksSection(
  entries: readonly FormattedWork[],
  title: string,
  found: Citations['found'],
): Element {
  const items = entries.map(({ key, parts }): ElementContent => {
    const citation = found.find(({ items }) => items.some((item) => item.key === key))
    return {
      type: 'element',
      tagName: 'li',
      properties: { id: workAnchor(key) },
      children: parts.map((part) =>
        'tex' in part
          ? createFormula(key, part.tex, citation?.element)
          : { type: 'raw' as const, value: part.html },
      ),
    }
  })
  const heading: Element = {
    type: 'element',
    tagName: 'h2',
    properties: { className: ['works-title'], id: 'references' },
    children: [{ type: 'text', value: title }],
  }
  const list: Element = { type: 'element', tagName: 'ol', properties: {}, children: items }
  return {
    type: 'element',
    tagName: 'section',
    properties: { className: ['works'], dataFootnotes: true },
    children: [heading, list],
  }
}

/** A formula of a work's title. Its problems are reported at the citation. */
function createFormula(work: string, tex: string, citation: Element | undefined): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['formula'] },
    children: [{ type: 'text', value: tex }],
    data: { equation: { source: tex, display: false, environment: '', katex: tex, marks: [], work } },
    ...(citation?.position && { position: citation.position }),
  }
}
