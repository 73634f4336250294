import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import picomatch from 'picomatch'
import { contentRoot } from '../markdown/asset'
import type { Problem } from '../markdown/problem'
import { compileDocument, locate, type RawDocument, sourceOf } from './compile-document'
import { checkFile, type DocumentTypes, readFields } from './front-matter'
import type { Generated } from './generated'

/** One file of `content/` as it is now. */
export interface ReadDocument {
  /** Name of what it was compiled from (`sourceOf`). */
  source: string
  /** Undefined where the front matter is broken. */
  document: Generated | undefined
  /** What is wrong with the front matter; what is wrong with the body is on the document. */
  problems: Problem[]
}

/**
 * Read and compile one file.
 *
 * @param file path from the project's root; one that is a document (`isDocument`)
 */
export async function readDocument(file: string, types: DocumentTypes): Promise<ReadDocument> {
  const type = typeOf(file, types)
  if (!type) throw new Error(`${file} is no document.`)
  const text = readFileSync(file, 'utf8')
  const source = sourceOf(text)
  const problems = checkFile(file, text, type.def())
  if (problems.length > 0) return { source, document: undefined, problems }
  const fields = {
    ...readFields(file, text),
    type: type.def().name,
    _id: relative(contentRoot, file),
  } as RawDocument
  const located = locate(fields)
  const compiled = type.def().contentType === 'data' ? undefined : await compileDocument(fields, text)
  return { source, document: { ...fields, located, ...(compiled && { compiled }) } as Generated, problems }
}

/** Does this file become a document? */
export function isDocument(file: string, types: DocumentTypes): boolean {
  return typeOf(file, types) !== undefined
}

function typeOf(file: string, types: DocumentTypes) {
  const path = relative(contentRoot, file).split('\\').join('/')
  return Object.values(types).find((type) => matcherOf(type.def().filePathPattern ?? '')(path))
}

const matchers = new Map<string, (path: string) => boolean>()

function matcherOf(pattern: string): (path: string) => boolean {
  const known = matchers.get(pattern)
  if (known) return known
  const matcher = picomatch(pattern)
  matchers.set(pattern, matcher)
  return matcher
}
