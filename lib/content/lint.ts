import { readFileSync, writeFileSync } from 'node:fs'
import type { Problem } from '../markdown/problem'
import { writeAtomically } from '../store/store'
import { findAll, findUnread } from './find-all'
import { describeProblems } from './front-matter'
import { toPublished } from './generated'
import type { Contents } from './read-contents'

/** What `npm run lint:content` asks of the compiler, in the variable LEMMA_LINT. */
export interface LintRequest {
  /** File that receives the report. */
  report: string
  /** Paths from the project's root; none for the whole site. */
  files: string[]
  json: boolean
  fix: boolean
}

/** What became of a request. `errors` counts problems that stop a build, `fixed` those that are mended. */
export interface LintReport {
  output: string
  errors: number
  fixed: number
}

/**
 * Check all content, drafts too, and write the report. Nothing is published.
 * @param folders where documents lie
 */
export function lint(
  contents: Contents,
  folders: readonly string[],
  { report, files, json, fix }: LintRequest,
): void {
  const { published, compiled, files: read } = toPublished(contents.documents)
  const problems = [
    ...findUnread(read, contents.problems, folders),
    ...findAll(published, compiled, contents.problems),
  ].filter(({ file }) => files.length === 0 || files.includes(file))
  const fixed = fix ? applyFixes(problems) : 0
  const listed = problems.sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  )
  const output = json
    ? JSON.stringify(
        listed.map(({ fix, ...problem }) => ({ ...problem, fixable: fix !== undefined })),
        null,
        2,
      )
    : describeProblems(listed)
  const result: LintReport = { output, errors: listed.filter(({ severity }) => !severity).length, fixed }
  writeAtomically(report, JSON.stringify(result))
}

/** Mend what can be mended for certain. @returns how many problems that were */
function applyFixes(problems: readonly Problem[]): number {
  let count = 0
  for (const file of new Set(problems.map(({ file }) => file))) {
    const fixes = problems.flatMap((problem) => (problem.file === file && problem.fix ? [problem.fix] : []))
    if (fixes.length === 0) continue
    let text = readFileSync(file, 'utf8')
    // From the end, so that the offsets before stay true.
    for (const { start, end, text: replacement } of fixes.sort((a, b) => b.start - a.start))
      text = text.slice(0, start) + replacement + text.slice(end)
    writeFileSync(file, text)
    count += fixes.length
  }
  return count
}
