import { basename, extname } from 'node:path/posix'
import type { Problem } from '../../markdown/problems/problem'
import { listed, translate } from '../../site/messages/translate.mjs'
import { listContent } from '../read/list-content'

/**
 * Find text files below `content/` that are not in a folder of documents, and so would be ignored silently.
 *
 * @param read files that are read as documents
 * @param folders names of the folders of documents
 */
export function findMisplacedFiles(read: ReadonlySet<string>, folders: readonly string[]): Problem[] {
  return listContent()
    .filter((file) => isTextFile(file) && !read.has(file))
    .map((file) => misplacedFile(file, folders))
}

/** Is this the name of a file that the author probably means to be a document? */
export function isTextFile(file: string): boolean {
  return /\.(mdx?|markdown|mdown|mkdn?|mdwn|[rq]md|ya?ml)$/i.test(file)
}

/** The problem of a text file that is not read: outside the folders of documents, or with another extension. */
export function misplacedFile(file: string, folders: readonly string[]): Problem {
  const extension = extname(file)
  const isYaml = /^\.ya?ml$/i.test(extension)
  const known = isYaml ? '.yml' : translate`.mdx and .md`
  if (!/^\.(mdx?|ya?ml)$/.test(extension))
    return {
      file,
      line: 0,
      column: 0,
      rule: 'place',
      message: translate`Found a text file that is not read because of its extension, ${extension}; the extensions are ${known}, in lower case.`,
      hint: translate`Rename the file to ${basename(file, extension)}${isYaml ? '.yml' : /mdx/i.test(extension) ? '.mdx' : '.md'}.`,
    }
  return {
    file,
    line: 0,
    column: 0,
    rule: 'place',
    message: translate`Found a text file outside the folders of documents.`,
    hint: translate`Documents belong in ${listed(folders.map((folder) => `content/${folder}`))}: articles as .mdx or .md, authors as .yml.`,
  }
}
