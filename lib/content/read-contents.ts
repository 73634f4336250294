import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contentRoot } from '../markdown/asset'
import type { Problem } from '../markdown/problem'
import type { DocumentTypes } from './front-matter'
import type { Generated } from './generated'
import { createProgress } from './progress'
import { isDocument, readDocument } from './read-document'

/** All of `content/` as it is now. */
export interface Contents {
  documents: Generated[]
  /** What is wrong with front matter: those files are no documents. */
  problems: Problem[]
}

/** Read and compile every document, and tell how far it has come. */
export async function readContents(types: DocumentTypes): Promise<Contents> {
  const files = readdirSync(contentRoot, { recursive: true, encoding: 'utf8' })
    .map((name) => join(contentRoot, name))
    .filter((file) => isDocument(file, types))
    .sort()
  const tellProgress = createProgress(files.length)
  const documents: Generated[] = []
  const problems: Problem[] = []
  for (const file of files) {
    const { document, problems: found } = await readDocument(file, types)
    if (document) documents.push(document)
    problems.push(...found)
    tellProgress()
  }
  return { documents, problems }
}
