import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { componentNames } from '../../components/article/names'
import { site } from '../../site.config'
import { readBibliography } from '../bibliography/bibliography'
import { type Asset, type AssetError, contentRoot, findAsset } from '../markdown/asset'
import { type Compiled, createCompiler } from '../markdown/compile'
import { plainNumbering, readNumbering } from '../markdown/numbering'
import { hash, openStore, pipelineVersion, storeRoot } from '../store/store'

/** Where compiled bodies are kept between builds. */
export const bodyStore = join(storeRoot, 'bodies')

/** A document as contentlayer hands it to computed fields. */
export interface RawDocument {
  type: string
  _id: string
  slug?: string | undefined
  lang?: typeof site.language | undefined
  cover?: string | undefined
  macros?: Record<string, string> | undefined
  numbering?: unknown
  body?: { raw: string }
}

/** Where a document lies and where it is shown. */
export interface Located {
  /** Path from the project's root. */
  file: string
  slug: string
  /** Path of its page, percent-encoded. */
  url: string
  cover?: Asset | AssetError
}

const routes: Record<string, string> = { Post: '/posts/', Series: '/series/', Page: '/' }

/** Name and address from the path: `posts/cycloid.mdx` and `posts/cycloid/index.mdx` are both `/posts/cycloid`. */
export function locate(document: RawDocument): Located {
  const name = basename(document._id).replace(/\.[^.]+$/, '')
  const slug = document.slug ?? (name === 'index' ? basename(dirname(document._id)) : name)
  return {
    file: join(contentRoot, document._id),
    slug,
    url: (routes[document.type] ?? '/') + encodeURIComponent(slug),
    ...(document.cover && { cover: findAsset(document.cover, dirname(document._id)) }),
  }
}

const bibliographyFile = join(contentRoot, 'references.bib')
const bibliographyText = existsSync(bibliographyFile) ? readFileSync(bibliographyFile, 'utf8') : ''
export const bibliography = readBibliography(bibliographyText, bibliographyFile)

const compile = createCompiler({
  site,
  store: openStore(storeRoot),
  bodies: bodyStore,
  components: componentNames,
  bibliography,
  bibliographyVersion: hash(bibliographyText),
  version: pipelineVersion(),
})

/** Compile the body of a document, and take its source out of the document: lists hold thousands of them. */
export async function compileDocument(document: RawDocument): Promise<Compiled> {
  const { file, url } = locate(document)
  if (document.body) document.body.raw = ''
  return compile({
    file,
    text: readFileSync(file, 'utf8'),
    folder: dirname(document._id),
    url,
    lang: document.lang ?? site.language,
    macros: { ...site.macros, ...document.macros },
    // A wrong one has been reported by the check of the front matter.
    numbering: readNumbering(document.numbering) ?? plainNumbering,
  })
}
