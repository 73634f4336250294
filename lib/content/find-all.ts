import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contentRoot } from '../markdown/asset'
import type { Problem } from '../markdown/problem'
import { checkLinks } from './check-links'
import { bibliographyProblems, bodyStore } from './compile-document'
import { crossCheck } from './cross-check'
import type { CompiledByFile } from './generated'
import { linkDocuments } from './link'
import type { Published } from './types'

/**
 * Link the documents, and find everything to mend in the content.
 *
 * @param frontMatter what is wrong with front matter: those documents are missing, so that nothing is said of what
 * others expect of them
 */
export function findAll(
  published: Published,
  compiled: CompiledByFile,
  frontMatter: readonly Problem[],
): Problem[] {
  const documents = [...published.posts, ...published.pages, ...published.series]
  const linkables = documents.flatMap((document) => {
    const linkable = compiled.get(document.file)
    return linkable ? [{ document, ...linkable }] : []
  })
  const own = [...frontMatter, ...documents.flatMap(({ problems }) => problems), ...bibliographyProblems()]
  const linking = linkDocuments(linkables, bodyStore)
  if (frontMatter.length > 0) return own
  return [...own, ...linking, ...checkLinks(linkables, published), ...crossCheck(published)]
}

/**
 * Text files below `content/` that became no document: misplaced ones, which would be missing without a word.
 *
 * @param read files that became documents
 * @param frontMatter what is wrong with front matter, which is a reason of its own
 * @param folders where documents lie
 */
export function findUnread(
  read: ReadonlySet<string>,
  frontMatter: readonly Problem[],
  folders: readonly string[],
): Problem[] {
  const broken = new Set(frontMatter.map(({ file }) => file))
  return readdirSync(contentRoot, { recursive: true, encoding: 'utf8' })
    .map((name) => join(contentRoot, name))
    .filter((file) => isText(file) && !read.has(file) && !broken.has(file))
    .sort()
    .map((file) => misplaced(file, folders))
}

/** Is this the name of a file that is meant to be a document? */
export function isText(file: string): boolean {
  return /\.(mdx?|ya?ml)$/.test(file)
}

/** A text file that lies where no document is read. */
export function misplaced(file: string, folders: readonly string[]): Problem {
  return {
    file,
    line: 0,
    column: 0,
    rule: 'place',
    message: 'Found a file in a place where no document is read.',
    hint: `Documents lie in ${folders.map((folder) => `content/${folder}`).join(', ')}: articles as .mdx or .md, authors as .yml.`,
  }
}
