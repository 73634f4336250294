import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { linkAndCheck } from '../authoring/check/link-and-check'
import type { DocumentCompiler } from '../authoring/compile/compile-document'
import { documentTypes } from '../authoring/front-matter/document-types'
import { connectPosts } from '../authoring/link/connections'
import { readDocument } from '../authoring/read/read-document'
import { toPublished } from '../authoring/read/shape-documents'
import { readBibliography } from '../markdown/bibliography/bibliography'
import type { Problem } from '../markdown/problems/problem'
import type { Input } from './generate'

/** A defect of the compiler that an input reveals. */
export interface Finding {
  kind: 'exception' | 'fault' | 'slow' | 'no line' | 'memory' | 'timeout' | 'crash'
  message: string
}

/** Limit of CPU time for a file in milliseconds. Wall time would depend on the load of the machine. */
export const maxCpuTime = 2_000

/**
 * Compile a file as the publisher does, and check the result. Files are written below the working directory, which should
 * be a temporary folder.
 */
export async function checkInput(
  { extension, content }: Input,
  compiler: DocumentCompiler,
): Promise<Finding | undefined> {
  const began = process.cpuUsage()
  let problems: Problem[]
  try {
    problems =
      extension === 'bib' ? checkBibliography(content) : await checkDocument(extension, content, compiler)
  } catch (error) {
    return { kind: 'exception', message: explain(error) }
  }
  const { user, system } = process.cpuUsage(began)
  const took = (user + system) / 1_000
  if (took > maxCpuTime) return { kind: 'slow', message: `${Math.round(took)} ms` }
  const fault = problems.find(({ rule }) => rule === 'compiler')
  if (fault) return { kind: 'fault', message: fault.message }
  const unplaced = problems.find(({ file, line, column }) => file === '' || !(line >= 1) || !(column >= 0))
  if (unplaced) return { kind: 'no line', message: `${unplaced.rule}: ${unplaced.message}` }
  return undefined
}

async function checkDocument(
  extension: Input['extension'],
  content: string,
  compiler: DocumentCompiler,
): Promise<Problem[]> {
  const file = extension === 'yml' ? 'content/authors/input.yml' : `content/posts/input.${extension}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  const {
    document: valid,
    partial,
    problems,
  } = await readDocument(file, documentTypes, compiler).finally(() => rmSync(file))
  const document = valid ?? partial
  if (!document) {
    if (problems.length === 0)
      throw new Error('Reading the file resulted in neither a document nor a problem.')
    return problems
  }
  const { published, compiled } = toPublished([document], compiler.site)
  const linked = linkAndCheck(published, compiled, problems, true)
  connectPosts(linked.published, compiled)
  JSON.stringify(linked.published)
  // The configuration refers to files that do not exist here.
  return [...problems, ...linked.problems.filter((problem) => problem.file === file)]
}

function checkBibliography(content: string): Problem[] {
  const { keys, format, problems } = readBibliography(content, 'content/references.bib')
  const works = keys().map((key) => ({ key }))
  if (works.length > 0) format([works], { style: 'gb-t-7714', lang: 'zh-CN' })
  return problems
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const [, place = ''] = error.stack?.split('\n').filter((line) => line.includes('at ')) ?? []
  return `${error.name}: ${error.message.slice(0, 300)} ${place.trim()}`
}
