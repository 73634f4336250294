import { relative } from 'node:path/posix'
import { contentRoot } from '../../markdown/images/asset'
import { withPlaceholder } from '../../markdown/images/placeholder'
import type { Problem } from '../../markdown/problems/problem'
import type { DocumentCompiler } from '../compile/compile-document'
import { sourceKey } from '../compile/source-key'
import { checkFile } from '../front-matter/check-file'
import { type DocumentType, type DocumentTypes, typeOfFile } from '../front-matter/document-types'
import { readFields } from '../front-matter/read-fields'
import { readValidFields } from '../front-matter/valid-fields'
import { type Located, locate, type RawDocument } from './locate'
import { readText } from './read-text'
import type { CompiledDocument } from './shape-documents'

/** The result of reading one file of `content/`. */
export interface ReadResult {
  /** Hash of everything that it was compiled from (`sourceKey`). */
  source: string
  /** Undefined if the front matter is invalid. */
  document: CompiledDocument | undefined
  /** If the front matter is invalid: the document with its valid fields, for checks. It is never published. */
  partial?: CompiledDocument
  /** Problems in the front matter, and if it is invalid, those in the body. Problems in other bodies are in the document. */
  problems: Problem[]
  /** Compiled now; false if the store contained it, or it has no body. */
  isCompiled: boolean
}

/**
 * Read and compile one file. Errors of the author become problems, each with a line.
 *
 * @param file path from the project's root, of a document (`typeOfFile`)
 */
export async function readDocument(
  file: string,
  types: DocumentTypes,
  compiler: DocumentCompiler,
): Promise<ReadResult> {
  const type = typeOfFile(file, types)
  if (!type) throw new Error(`${file} is not in a folder of documents.`)
  const read = readText(file)
  if ('problem' in read)
    return { source: '', document: undefined, problems: [read.problem], isCompiled: false }
  const { text } = read
  const { site, settings } = compiler
  const source = sourceKey(text, settings)
  const problems = checkFile(file, text, type, site.timeZone)
  if (problems.length === 0) {
    const { document, isCompiled } = await compileBody(
      { file, text, source },
      type,
      readFields(file, text, type),
      compiler,
    )
    return { source, document, problems, isCompiled }
  }
  const fields = readValidFields(file, text, type, site.timeZone)
  if (!fields) return { source, document: undefined, problems, isCompiled: false }
  const { document, isCompiled } = await compileBody({ file, text, source }, type, fields, compiler)
  if (!('compiled' in document))
    return { source, document: undefined, partial: document, problems, isCompiled }
  const { compiled } = document
  const partial = { ...document, compiled: { ...compiled, problems: [] } }
  return {
    source,
    document: undefined,
    partial,
    problems: [...problems, ...compiled.problems],
    isCompiled,
  }
}

/** Add the colour of the cover, which is shown until it is loaded. */
async function withColour(located: Located): Promise<Located> {
  const { cover } = located
  return cover && 'url' in cover ? { ...located, cover: await withPlaceholder(cover) } : located
}

async function compileBody(
  { file, text, source }: { file: string; text: string; source: string },
  type: DocumentType,
  frontMatter: Record<string, unknown>,
  compiler: DocumentCompiler,
): Promise<{ document: CompiledDocument; isCompiled: boolean }> {
  const fields = { ...frontMatter, type: type.name, _id: relative(contentRoot, file) } as RawDocument
  const located = await withColour(locate(fields, compiler.site))
  const body = type.contentType === 'data' ? undefined : await compiler.compile(fields, text)
  const document = {
    ...fields,
    located,
    sourceKey: source,
    ...(body && { compiled: body.compiled }),
  } as CompiledDocument
  return { document, isCompiled: body?.isNew ?? false }
}
