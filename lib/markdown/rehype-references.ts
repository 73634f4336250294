import type { Element, ElementContent, Root } from 'hast'
import type { VFile } from 'vfile'
import type { Bibliography } from '../bibliography/bibliography'
import type { CslItem } from '../bibliography/citation-js'
import type { Messages } from '../i18n'
import { findLabel, referenceText, toAnchor } from './label'
import { writeLate } from './late'
import { mark } from './mark'
import { nearest } from './nearest'
import { placeInFormula } from './place'
import { report } from './problem'
import type { Equation } from './rehype-numbers'
import type { CitationItem } from './syntax/citation'
import { SKIP, visit } from './visit'

interface Options {
  names: Messages['statements']
  lang: Messages['lang']
  bibliography: Bibliography
  /** A CSL style. */
  style: string
  bibliographyTitle: string
}

type Form = 'eqref' | 'ref' | 'autoref'

declare module 'vfile' {
  interface DataMap {
    /** The works cited, in the order of their list. */
    works: CslItem[]
  }
}

/**
 * Resolve every reference: `\eqref` and its kin in prose and in formulas, `[@thm-x]`, `[@key, 第 3 节]`. What no
 * label of the article answers is left for the whole site to resolve. The works cited are listed at the end.
 */
export function rehypeReferences(options: Options) {
  const { names, lang, bibliography } = options
  return (tree: Root, file: VFile): void => {
    const citations: { element: Element; items: CitationItem[] }[] = []
    file.data.openReferences = []

    visit(tree, 'element', (element, index, parent) => {
      if (!parent || index === undefined) return
      const { dataReference, dataLabel, dataCitation } = element.properties
      if (typeof dataReference === 'string') {
        const place = element.position?.start
        parent.children[index] = toLink(element, dataReference as Form, String(dataLabel), place)
        return SKIP
      }
      if (typeof dataCitation === 'string') {
        readCitation(element, JSON.parse(dataCitation))
        return SKIP
      }
      const { equation } = element.data ?? {}
      if (!equation) return
      const alone = /^\s*\\(eqref|ref|autoref)\s*\{([^{}]*)\}\s*$/.exec(equation.source)
      if (alone && !equation.display) {
        const [, form, name = ''] = alone
        parent.children[index] = toLink(element, form as Form, name.trim(), element.position?.start)
      } else {
        resolveInside(element, equation)
      }
      return SKIP
    })
    citeWorks(tree)

    function toLink(
      element: Element,
      form: Form,
      name: string,
      place: { line: number; column: number } | undefined,
    ): Element {
      const { href, text } = resolve(form, name, `\\${form}{${name}}`, place)
      return {
        type: 'element',
        tagName: 'a',
        properties: { className: ['reference'], href },
        children: [{ type: 'raw', value: text }],
        ...(element.position && { position: element.position }),
      }
    }

    function resolve(
      form: Form,
      name: string,
      source: string,
      place: { line: number; column: number } | undefined,
    ): { href: string; text: string } {
      const label = findLabel(file, name)
      if (label) {
        label.used = true
        return { href: `#${label.anchor}`, text: referenceText(form, label, names) }
      }
      file.data.openReferences?.push({ name, source, line: place?.line ?? 0, column: place?.column ?? 0 })
      return {
        href: writeLate({ kind: 'url', label: name }),
        text: writeLate({ kind: 'text', label: name, form, lang }),
      }
    }

    /** `\overset{\eqref{eq:x}}{=}`: a mark in the formula, linked. */
    function resolveInside(element: Element, equation: Equation): void {
      const { marks, source } = equation
      let from = 0
      equation.katex = equation.katex.replace(
        /\\(eqref|ref|autoref)\s*\{([^{}]*)\}/g,
        (whole, form: Form, name: string) => {
          const offset = source.indexOf(whole, from)
          from = offset + whole.length
          const place = placeInFormula(file, element, source, offset < 0 ? undefined : offset)
          const own = mark(marks.length)
          marks.push({ kind: 'reference', ...resolve(form, name.trim(), whole, place) })
          return `\\text{\\href{\\#${own}}{${own}}}`
        },
      )
    }

    function readCitation(element: Element, items: CitationItem[]): void {
      const [first] = items
      if (items.length === 1 && first && isLabel(first.key)) {
        const { href, text } = resolve('autoref', first.key, `[@${first.key}]`, element.position?.start)
        Object.assign(element, {
          tagName: 'a',
          properties: { className: ['reference'], href },
          children: [{ type: 'raw', value: first.locator ? `${text}, ${first.locator}` : text }],
        })
        return
      }
      for (const { key } of items) {
        if (bibliography.has(key)) continue
        const guess = nearest(key, [
          ...bibliography.keys(),
          ...(file.data.labels ?? []).map(({ name }) => name),
        ])
        report(file, element, {
          rule: 'citation',
          message: `Found [@${key}]; expected a label of this article or a key of content/references.bib.`,
          hint: guess ? `Did you mean @${guess}?` : 'Add the work to content/references.bib.',
        })
      }
      const known = items.filter(({ key }) => bibliography.has(key))
      element.properties = {}
      element.children = [{ type: 'text', value: items.map(({ key }) => `[@${key}]`).join('') }]
      if (known.length > 0) citations.push({ element, items: known })
    }

    /** A label of this article, or one of another article's: `other-slug:thm-x`. */
    function isLabel(key: string): boolean {
      return findLabel(file, key) !== undefined || (key.includes(':') && !bibliography.has(key))
    }

    function citeWorks(root: Root): void {
      if (citations.length === 0) return
      const clusters = citations.map(({ items }) => items)
      const works = bibliography.format(clusters, { style: options.style, lang })
      for (const [index, { element, items }] of citations.entries()) {
        element.tagName = 'a'
        element.properties = {
          className: ['citation'],
          href: `#${workAnchor(items[0]?.key ?? '')}`,
          ...(items.length > 1 && { dataWorks: items.map(({ key }) => workAnchor(key)).join(' ') }),
        }
        element.children = [{ type: 'raw', value: works.clusters[index] ?? '' }]
      }
      file.data.works = works.entries.flatMap(({ key }) => bibliography.get(key) ?? [])
      root.children.push(listOfWorks(works.entries, options.bibliographyTitle))
    }
  }
}

function workAnchor(key: string): string {
  return `ref-${toAnchor(key)}`
}

function listOfWorks(entries: readonly { key: string; html: string }[], title: string): Element {
  const items = entries.map(
    ({ key, html }): ElementContent => ({
      type: 'element',
      tagName: 'li',
      properties: { id: workAnchor(key) },
      children: [{ type: 'raw', value: html }],
    }),
  )
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
