import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { componentNames } from '../../components/article/names'
import { site } from '../../site.config'
import { readBibliography } from '../bibliography/bibliography'
import { type Asset, type AssetError, contentRoot, findAsset } from '../markdown/asset'
import { type Compiled, createCompiler, type Source } from '../markdown/compile'
import { plainNumbering, readNumbering } from '../markdown/numbering'
import type { Problem } from '../markdown/problem'
import { hash, openStore, pipelineVersion, storeRoot } from '../store/store'
import { compileAhead } from './compile-ahead'
import { ownName } from './own-name'

/** Where compiled bodies are kept between builds. */
export const bodyStore = join(storeRoot, 'bodies')

/** The front matter of a file, with its type and its path below `content/`. */
export interface RawDocument {
  type: string
  _id: string
  id?: string | undefined
  slug?: string | undefined
  lang?: typeof site.language | undefined
  cover?: string | undefined
  formula?: string | undefined
  macros?: Record<string, string> | undefined
  numbering?: unknown
}

/** Where a document lies and where it is shown. */
export interface Located {
  /** Path from the project's root. */
  file: string
  /** Its name in feeds, whatever its address: the file's or folder's, or what its front matter says. */
  id: string
  slug: string
  /** Path of its page, percent-encoded. */
  url: string
  cover?: Asset | AssetError
}

const routes: Record<string, string> = { Post: '/posts/', Series: '/series/', Page: '/' }

/** Name and address from the path: `posts/cycloid.mdx` and `posts/cycloid/index.mdx` are both `/posts/cycloid`. */
export function locate(document: RawDocument): Located {
  const own = ownName(document._id)
  const slug = document.slug ?? own
  return {
    file: join(contentRoot, document._id),
    id: document.id ?? own,
    slug,
    url: (routes[document.type] ?? '/') + encodeURIComponent(slug),
    ...(document.cover && { cover: findAsset(document.cover, dirname(document._id)) }),
  }
}

const bibliographyFile = join(contentRoot, 'references.bib')
const version = pipelineVersion()
let current = openCompiler()

function openCompiler() {
  const text = existsSync(bibliographyFile) ? readFileSync(bibliographyFile, 'utf8') : ''
  const bibliography = readBibliography(text, bibliographyFile)
  const compiler = createCompiler({
    site,
    store: openStore(storeRoot),
    bodies: bodyStore,
    components: componentNames,
    bibliography,
    bibliographyVersion: hash(text),
    version,
  })
  return { compiler, bibliography }
}

/** Read `content/references.bib` anew: what is compiled from now on cites from it. */
export function reloadBibliography(): void {
  current = openCompiler()
}

/** What is to be mended in `content/references.bib`. */
export function bibliographyProblems(): readonly Problem[] {
  return current.bibliography.problems
}

/** A compiled body, and what it was compiled from. */
export interface CompiledDocument extends Compiled {
  source: string
}

/** Name of what a document is compiled from: its text, the site's settings and the pipeline. */
export function sourceOf(text: string): string {
  return hash(version, site, text)
}

/**
 * Compile the body of a document.
 * @param text of the whole file
 */
export async function compileDocument(document: RawDocument, text: string): Promise<CompiledDocument> {
  const { file, url } = locate(document)
  const compiled = await compile({
    file,
    text,
    folder: dirname(document._id),
    url,
    lang: document.lang ?? site.language,
    macros: { ...site.macros, ...document.macros },
    ...(typeof document.formula === 'string' && { formula: document.formula }),
    // A wrong one has been reported by the check of the front matter.
    numbering: readNumbering(document.numbering) ?? plainNumbering,
  })
  return { ...compiled, source: sourceOf(text) }
}

/** After so many articles in a row, other threads are worth their start, which takes seconds of each. */
const few = 50
/** Milliseconds without an article that end a row. */
const pause = 1_000
let inRow = 0
let latest = Number.NEGATIVE_INFINITY

async function compile(source: Source): Promise<Compiled> {
  const known = current.compiler.recall(source)
  if (known) return known
  inRow = performance.now() - latest < pause ? inRow + 1 : 1
  if (inRow === few && isMainThread) compileAhead()
  const compiled = await current.compiler.compile(source)
  latest = performance.now()
  return compiled
}
