import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path/posix'
import { readBibliography } from '../../markdown/bibliography/bibliography'
import { createCompiler } from '../../markdown/compile'
import { plainNumbering, readNumbering } from '../../markdown/numbering/numbering'
import { type FieldTexts, fieldsWithFormulas } from '../../markdown/print/print-fields'
import type { Problem } from '../../markdown/problems/problem'
import type { ArticleComponent, Compiled, Source } from '../../markdown/types'
import type { Site } from '../../site/config'
import { bodyStore, hash, openStore, storeRoot } from '../../store/store'
import { locate, type RawDocument } from '../read/locate'
import { bibliographyFile } from './bibliography-file'
import { settingsKey, version } from './source-key'

/** Compiles the bodies of documents, with citations from one version of the bibliography. */
export interface DocumentCompiler {
  /** The settings it compiles with. */
  site: Site
  /** Hash of these settings and of the components (`settingsKey`). */
  settings: string
  /**
   * Compile the body of a document, or read it from the store.
   *
   * @param text of the whole file
   * @returns whether it was compiled now, because the store did not contain it
   */
  compile(document: RawDocument, text: string): Promise<{ compiled: Compiled; isNew: boolean }>
  /** The problems in `content/references.bib`. */
  bibliographyProblems: readonly Problem[]
}

/**
 * Create a compiler that cites from `content/references.bib` as it is now.
 *
 * @param components those that articles may use
 * @param ignoresBibliography compiles without a bibliography, because reading it failed
 */
export function createDocumentCompiler(
  site: Site,
  {
    components = [],
    ignoresBibliography = false,
  }: { components?: readonly ArticleComponent[]; ignoresBibliography?: boolean } = {},
): DocumentCompiler {
  const hasBibliography = !ignoresBibliography && existsSync(bibliographyFile)
  const bibliographyText = hasBibliography ? readFileSync(bibliographyFile, 'utf8') : ''
  const bibliography = readBibliography(bibliographyText, bibliographyFile)
  // Settings that an earlier version published have no hosts and no trust.
  const { url, mathBrackets, theorems, citationStyle, imageHosts = [], embeds = [], trust = 'high' } = site
  const compiler = createCompiler({
    settings: {
      url,
      mathBrackets,
      theorems,
      citationStyle,
      imageHosts,
      embeds,
      trust,
      ...(site.permalinks?.posts !== undefined && { movesPosts: true }),
    },
    store: openStore(storeRoot),
    bodies: bodyStore,
    components,
    bibliography,
    bibliographyVersion: hash(bibliographyText),
    version,
  })
  return {
    site,
    settings: settingsKey(site),
    async compile(document, text) {
      const source = toSource(document, text, site)
      const stored = compiler.recall(source)
      return stored
        ? { compiled: stored, isNew: false }
        : { compiled: await compiler.compile(source), isNew: true }
    },
    bibliographyProblems: bibliography.problems,
  }
}

function toSource(document: RawDocument, text: string, site: Site): Source {
  const { file, url } = locate(document, site)
  return {
    file,
    text,
    folder: dirname(document._id),
    url,
    lang: document.lang ?? site.language,
    macros: { ...site.macros, ...document.macros },
    ...(typeof document.formula === 'string' && { formula: document.formula }),
    fields: fieldsOf(document),
    // The check of the front matter has reported an invalid value.
    numbering: readNumbering(document.numbering) ?? plainNumbering,
  }
}

/** The fields that may contain formulas. */
function fieldsOf(document: RawDocument): FieldTexts {
  const present = fieldsWithFormulas.filter((name) => document[name]?.includes('$'))
  return Object.fromEntries(present.map((name) => [name, document[name]]))
}
