import type { Problem } from '../../markdown/problems/problem'
import type { Document, Published } from '../../published/types'
import { bodyStore } from '../../store/store'
import { linkDocuments } from '../link/link'
import type { CompiledByFile } from '../read/shape-documents'
import { checkFieldNames } from './check-field-names'
import { checkLinks, findPages } from './check-links'
import { checkSite } from './check-site'
import { crossCheck } from './cross-check'

/**
 * Link the documents, and find all problems in them. The bibliography is checked when it is read.
 *
 * @param frontMatter problems in front matter
 * @param isComplete false if a document is missing: then they are not compared with each other
 * @returns the documents with the keys of their linked bodies, and the problems
 */
export function linkAndCheck(
  published: Published,
  compiled: CompiledByFile,
  frontMatter: readonly Problem[],
  isComplete: boolean,
): { published: Published; problems: Problem[] } {
  const documents = [...published.posts, ...published.pages, ...published.series]
  const linkables = documents.flatMap((document) => {
    const linkable = compiled.get(document.file)
    return linkable ? [{ document, ...linkable }] : []
  })
  const { bodies, problems: linking } = linkDocuments(linkables, bodyStore)
  const linked = withBodies(published, bodies)
  const own = [...frontMatter, ...documents.flatMap(({ problems }) => problems)]
  if (!isComplete) return { published: linked, problems: own }
  const pages = findPages(linkables, linked)
  const compared = [
    ...linking,
    ...checkLinks(linkables, linked, pages),
    ...crossCheck(linked),
    ...checkFieldNames(linkables, linked),
    ...checkSite(linked, pages),
  ]
  return { published: linked, problems: [...own, ...compared] }
}

function withBodies(published: Published, bodies: ReadonlyMap<string, string>): Published {
  const link = <T extends Document>(document: T): T => {
    const body = bodies.get(document.file)
    return body === undefined ? document : { ...document, body }
  }
  return {
    ...published,
    posts: published.posts.map(link),
    series: published.series.map(link),
    pages: published.pages.map(link),
  }
}
