import { existsSync, readFileSync } from 'node:fs'
import { findUnprintedFields } from '../../markdown/bibliography/unprinted-fields'
import type { Problem } from '../../markdown/problems/problem'
import type { Site } from '../../site/config'
import { readRedirects } from '../check/check-redirects'
import { describeProblems } from '../check/describe-problems'
import { linkAndCheck } from '../check/link-and-check'
import { findMisplacedFiles } from '../check/misplaced-files'
import { bibliographyFile } from '../compile/bibliography-file'
import { documentTypes } from '../front-matter/document-types'
import { type Contents, documentsToCheck, readContents } from '../read/read-contents'
import { toPublished } from '../read/shape-documents'
import { readSiteOrPublished } from '../site/choose-site'
import { noteOnSettings } from '../site/note-on-settings'
import { checkSiteFiles, readSiteFiles } from '../site/site-files'
import { applyFixes } from './apply-fixes'

interface LintOptions {
  /** Paths from the project's root; an empty list means all. */
  files: readonly string[]
  /** Print the problems as JSON instead of text. */
  isJson: boolean
  /** Apply the fixes of problems that have one. */
  fixes: boolean
}

/** The result: `errors` is the number of problems that stop a build, `fixed` the number of fixed problems. */
export interface LintReport {
  output: string
  errors: number
  fixed: number
}

/** Check all content, drafts included, without publishing anything. */
export async function lintContent({ files, isJson, fixes }: LintOptions): Promise<LintReport> {
  // Nothing is logged while files are read: the output is the report.
  const { site, problems: ofSettings } = await readSiteOrPublished()
  const check = async () => {
    if (!site) return ofSettings
    const contents = await readContents(site, () => {})
    const bibliography = [...contents.bibliography, ...checkCitedFields(site)]
    const found = findProblems({ ...contents, bibliography }, files)
    const note = found.length > 0 ? noteOnSettings(ofSettings) : undefined
    return [...(files.length === 0 ? ofSettings : []), ...(note ? [note] : []), ...found]
  }
  const found = await check()
  const fixed = fixes && site ? applyFixes(found, site) : 0
  // The fixes have changed the positions of the remaining problems.
  const problems = fixed > 0 ? await check() : found
  const errors = problems.filter(({ severity }) => !severity).length
  return { output: printReport(problems, isJson), errors, fixed }
}

/** Find what the citation style does not print of the bibliography. A build leaves that out: it is the author's choice. */
function checkCitedFields(site: Site): Problem[] {
  if (!existsSync(bibliographyFile)) return []
  const text = readFileSync(bibliographyFile, 'utf8')
  const options = { style: site.citationStyle, lang: site.language }
  try {
    return findUnprintedFields(text, bibliographyFile, options)
  } catch {
    // The style does not exist, which each article with citations reports.
    return []
  }
}

/**
 * Find all problems in the content, drafts included, in the order of files and lines.
 *
 * @param files paths from the project's root; an empty list means all
 */
export function findProblems({ site, entries, bibliography }: Contents, files: readonly string[]): Problem[] {
  const documents = documentsToCheck(entries)
  const { published, compiled } = toPublished(documents, site)
  const frontMatter = [...entries.values()].flatMap(({ problems }) => problems)
  return [
    ...readRedirects(published).problems,
    ...checkSiteFiles(published, readSiteFiles()),
    ...findMisplacedFiles(new Set(entries.keys()), Object.keys(documentTypes)),
    ...bibliography,
    ...linkAndCheck(published, compiled, frontMatter, documents.length === entries.size).problems,
  ]
    .filter(({ file }) => files.length === 0 || files.includes(file))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
}

/** Print problems as JSON, or as text with their source. */
export function printReport(problems: readonly Problem[], isJson: boolean): string {
  if (!isJson) return describeProblems(problems)
  const listed = problems.map(({ fix, ...problem }) => ({ ...problem, fixable: fix !== undefined }))
  return JSON.stringify(listed, null, 2)
}
