import { resolve } from 'node:path'
import { defineDocumentType, defineNestedType, makeSource } from 'contentlayer2/source-files'
import { printProblems } from './lib/authoring/check/describe-problems'
import { documentTypes, type Field } from './lib/authoring/front-matter/document-types'
import { publishSite } from './lib/authoring/publish/publish-site'
import { withReader } from './lib/authoring/read/contentlayer-source'
import { type Contents, readContents } from './lib/authoring/read/read-contents'
import { readPublishedIndex } from './lib/authoring/site/choose-site'
import { readSite } from './lib/authoring/site/read-site'
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
const onErrors = process.env.LEMMA_ON_ERRORS === 'leave out' ? 'leave out' : 'stop'

/** Read the configuration, then the content. With errors in the configuration, the published settings stay in use. */
async function read(): Promise<Contents> {
  const { site, problems } = await readSite()
  printProblems(problems)
  const settings = site ?? (onErrors === 'leave out' ? readPublishedIndex()?.site : undefined)
  if (!settings) process.exit(1)
  return readContents(settings)
}

export default withReader(source, {
  read: () => explainWriteErrors(read),
  documentsOf: ({ entries }) => [...entries.values()].flatMap(({ document }) => document ?? []),
  onSuccess: (contents) =>
    explainWriteErrors(() => {
      if (!publishSite(contents, Object.keys(documentTypes), onErrors)) process.exit(1)
    }),
})
