// A compile worker: a process that reads and compiles one file at a time (`pool.ts`).

import { existsSync } from 'node:fs'
import { translate } from '../../site/messages/translate.mjs'
import { documentTypes } from '../front-matter/document-types'
import { type ReadResult, readDocument } from '../read/read-document'
import { componentsVersion } from '../site/components-version'
import { readComponents } from '../site/read-components'
import { createDocumentCompiler, type DocumentCompiler } from './compile-document'
import { failedDocument } from './failed-document'
import type { JobMessage, JobResult } from './messages'

const run = createJobRunner()
process.on('message', async (message: JobMessage) => {
  const result = await run(message)
  // Ignore send errors: the main process may have exited.
  process.send?.(result, () => {})
})
// Exit with the main process.
process.on('disconnect', () => process.exit())
process.send?.('ready')

/** Returns a function that runs one job. It keeps its compiler until the bibliography, the settings or the components change. */
function createJobRunner(): (message: JobMessage) => Promise<JobResult> {
  let loaded: { compiler: DocumentCompiler; state: string } | undefined
  return async ({ job, site, bibliographyStamp, ignoresBibliography }) => {
    try {
      const state = JSON.stringify([site, bibliographyStamp, ignoresBibliography, componentsVersion()])
      if (!loaded || job.kind === 'bibliography' || loaded.state !== state)
        loaded = {
          compiler: createDocumentCompiler(site, { components: await readComponents(), ignoresBibliography }),
          state,
        }
      const { compiler } = loaded
      if (job.kind === 'bibliography')
        return { kind: 'bibliography', problems: compiler.bibliographyProblems }
      return { kind: 'read', document: await read(job.file, compiler) }
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException
      return { kind: 'failure', message, code }
    }
  }
}

async function read(file: string, compiler: DocumentCompiler): Promise<ReadResult | undefined> {
  try {
    return await readDocument(file, documentTypes, compiler)
  } catch (error) {
    if (!existsSync(file)) return undefined
    if (isSystemError(error)) throw error
    return failedDocument(file, translate`The compiler failed on this file: ${error}.`)
  }
}

/** Node gives errors of the operating system a code in capitals, and its own errors one that starts with ERR_. */
function isSystemError(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' && /^E(?!RR_)[A-Z]+$/.test(code)
}
