import { resolve } from 'node:path'
import { defineDocumentType, defineNestedType, makeSource } from 'contentlayer2/source-files'
import { documentTypes, type Field } from './lib/authoring/front-matter/document-types'
import { publishContents, readSiteContents } from './lib/authoring/publish/compile-site'
import { withReader } from './lib/authoring/read/contentlayer-source'
import { failOnWriteError } from './lib/cli/write-access.mjs'
import { siteFolder } from './lib/site/folders.mjs'

/** Convert a field to contentlayer's form, which has an object of its own for a nested type. */
function toContentlayer(field: Field): unknown {
  const { of } = field
  return of && 'fields' in of ? { ...field, of: defineNestedType(() => of as never) } : field
}

const types = Object.values(documentTypes).map((type) =>
  defineDocumentType(() => ({
    ...type,
    fields: Object.fromEntries(
      Object.entries(type.fields).map(([name, field]) => [name, toContentlayer(field)]),
    ) as never,
  })),
)

/** Explain a write error, such as a full disk, in one line: contentlayer would print objects with several stacks. */
async function explainWriteErrors<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    failOnWriteError(error)
    throw error
  }
}

// contentlayer works in the engine's folder, and has located its own files by now. The paths of content start at the site folder.
process.chdir(siteFolder())

const source = makeSource({
  contentDirPath: resolve('content'),
  documentTypes: types,
  disableImportAliasWarning: true,
})

export default withReader(source, {
  read: () => explainWriteErrors(readSiteContents),
  documentsOf: ({ entries }) => [...entries.values()].flatMap(({ document }) => document ?? []),
  onSuccess: (contents) => explainWriteErrors(() => publishContents(contents)),
})
