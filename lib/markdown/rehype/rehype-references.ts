import type { Root } from 'hast'
import type { VFile } from 'vfile'
import type { Messages } from '../../site/i18n'
import type { Bibliography } from '../bibliography/bibliography'
import type { CslItem } from '../bibliography/citation-js'
import { addCitation, createCitations, formatCitations, parseCitation } from '../bibliography/citations'
import type { OpenReference } from '../numbering/label'
import {
  createReferenceLink,
  createReferences,
  linkToLabel,
  readLoneReference,
  resolveInFormula,
} from '../numbering/references'
import type { ReferenceCommand } from '../syntax/cross-reference'
import { SKIP, visit } from '../tree/visit'

interface Options {
  names: Messages['statements']
  lang: Messages['lang']
  bibliography: Bibliography
  /** A CSL style. */
  style: string
  bibliographyTitle: string
}

declare module 'vfile' {
  interface DataMap {
    /** References to labels that the article does not define. */
    openReferences: OpenReference[]
    /** The works cited, in the order of their list. */
    works: CslItem[]
  }
}

/**
 * Resolve references and citations: `\eqref`, `\ref` and `\autoref` in text and in formulas, `[@thm-x]`,
 * `[@key, 第 3 节]`. References to labels of other articles become deferred values. The works cited are listed at the end.
 *
 *     <span data-reference="eqref" data-label="eq:x">  →  <a class="reference" href="#eq-x">(1)</a>
 */
export function rehypeReferences({ names, lang, bibliography, style, bibliographyTitle }: Options) {
  return (tree: Root, file: VFile): void => {
    const references = createReferences(file, names, lang)
    const citations = createCitations(file, bibliography)
    const { labels, used } = references
    /** A label of this article, or of another one: `other-slug:thm-x`. */
    const isLabel = (key: string) => labels.has(key) || (key.includes(':') && !bibliography.has(key))

    visit(tree, 'element', (element, index, parent) => {
      if (!parent || index === undefined) return
      const { dataReference, dataLabel, dataCitation } = element.properties
      if (typeof dataReference === 'string') {
        const form = dataReference as ReferenceCommand
        parent.children[index] = createReferenceLink(references, element, form, String(dataLabel))
        return SKIP
      }
      if (typeof dataCitation === 'string') {
        const items = parseCitation(dataCitation)
        const [first] = items
        if (items.length === 1 && first && isLabel(first.key))
          linkToLabel(references, element, first.key, first.locator)
        else addCitation(citations, element, items, labels)
        return SKIP
      }
      const { equation } = element.data ?? {}
      if (!equation) return
      const lone = readLoneReference(equation)
      if (lone) parent.children[index] = createReferenceLink(references, element, lone.form, lone.name)
      else resolveInFormula(references, element, equation)
      return SKIP
    })

    file.data.openReferences = references.open
    file.data.labels = (file.data.labels ?? []).map((label) => ({ ...label, used: used.has(label.name) }))
    const cited = formatCitations(citations, { style, lang, title: bibliographyTitle })
    if (!cited) return
    file.data.works = cited.works
    tree.children.push(cited.section)
  }
}
