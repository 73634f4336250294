import { isPreviewDeployment } from '../../published/visibility'
import { listed, translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { attachProblems } from '../check/attach-problems'
import { readRedirects } from '../check/check-redirects'
import { printProblems } from '../check/describe-problems'
import { linkAndCheck } from '../check/link-and-check'
import { findMisplacedFiles } from '../check/misplaced-files'
import { connectPosts } from '../link/connections'
import { type Contents, documentsToCheck } from '../read/read-contents'
import { type CompiledDocument, toPublished } from '../read/shape-documents'
import { readPublishedIndex } from '../site/choose-site'
import { checkSiteFiles, readSiteFiles } from '../site/site-files'
import { type ChosenVersions, keepLastGood } from './keep-last-good'
import { readLastGood } from './last-good-store'
import { filesInUse, prune } from './prune'
import { type Publishable, removeDamaged, writeFiles } from './write-files'

/** How errors are handled: `npm run build` stops, `npm start` publishes the last good version of files with errors. */
export type OnErrors = 'stop' | 'leave out'

/**
 * Publish the whole site. Drafts are published in preview deployments only.
 *
 * @param folders names of the folders of documents
 * @returns false if nothing was published because there are errors
 */
export function publishSite(contents: Contents, folders: readonly string[], onErrors: OnErrors): boolean {
  const siteFiles = readSiteFiles()
  const { files } = siteFiles
  const choose = (): ChosenVersions => {
    const versions = onErrors === 'stop' ? chooseAll(contents) : chooseForReaders(contents)
    return { ...versions, published: { ...versions.published, files } }
  }
  let chosen = choose()
  // Linking writes the removed bodies again.
  if (removeDamaged(chosen.published, chosen.compiled).removed > 0) chosen = choose()
  const { redirects, problems: ofRedirects } = readRedirects(chosen.published)
  const problems = [
    ...ofRedirects,
    ...checkSiteFiles(chosen.published, siteFiles),
    ...findMisplacedFiles(new Set(contents.entries.keys()), folders),
    ...chosen.problems,
  ]
  printProblems(problems)
  if (onErrors === 'stop' && problems.some(({ severity }) => !severity)) return false
  const { published, ...rest }: Publishable = isPreviewDeployment ? includeDrafts(chosen) : chosen
  const connected = {
    ...published,
    files,
    connections: connectPosts(published, rest.compiled),
    ...(redirects.length > 0 && { redirects }),
  }
  const paths = writeFiles({ ...rest, published: connected })
  const used = filesInUse(paths, [...documentsOf(contents.entries), ...chosen.versions.values()])
  prune((file) => used.has(file))
  const { posts, series, pages } = connected
  const counts = [
    plural(posts.length, 'post'),
    plural(series.length, 'series', 'series'),
    plural(pages.length, 'page'),
  ]
  console.log(translate`Published ${listed(counts)}.`)
  return true
}

/** The documents of the files that could be read. */
function documentsOf(entries: Contents['entries']): CompiledDocument[] {
  return [...entries.values()].flatMap(({ document }) => document ?? [])
}

/** Choose the current version of every file. Errors are among the problems. */
function chooseAll({ site, entries, bibliography }: Contents): ChosenVersions {
  const frontMatter = [...entries.values()].flatMap(({ problems }) => problems)
  const versions = new Map<string, CompiledDocument>()
  for (const [file, { document }] of entries) if (document) versions.set(file, document)
  const checked = documentsToCheck(entries)
  const { published: all, compiled } = toPublished(checked, site)
  // A draft is unfinished: its errors do not stop a build.
  const posts = all.posts.filter(({ draft }) => !draft)
  const { published, problems } = linkAndCheck(
    { ...all, posts },
    compiled,
    frontMatter,
    checked.length === entries.size,
  )
  const drafts = all.posts.filter(({ draft }) => draft).map(({ slug }) => slug)
  return { published, compiled, drafts, versions, problems: [...bibliography, ...problems] }
}

/** Choose the last version without errors of each file. */
function chooseForReaders(contents: Contents): ChosenVersions {
  return keepLastGood({ ...contents, lastGood: readLastGood(), published: readPublishedIndex() })
}

/** Add drafts, with their problems shown on their pages. */
function includeDrafts(chosen: ChosenVersions): Publishable {
  const { published, compiled } = toPublished([...chosen.versions.values()], chosen.published.site)
  const linked = linkAndCheck(published, compiled, [], true)
  return { ...chosen, published: attachProblems(linked.published, linked.problems, []), compiled }
}
