import { existsSync, readFileSync } from 'node:fs'
import { formatProblem, type Problem } from '../../markdown/problems/problem'
import { listed, translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'

/** Maximum number of warnings that a build prints. `npm run lint:content` prints all. */
const maxWarnings = 20

/** Print all errors and the first warnings, with their source. */
export function printProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) console.error(describeProblems(problems, maxWarnings))
}

/** Format problems with their source, and their number. The limit applies to warnings. */
export function describeProblems(problems: readonly Problem[], limit = Number.POSITIVE_INFINITY): string {
  const warnings = problems.filter(({ severity }) => severity)
  const errors = problems.filter(({ severity }) => !severity)
  const shown = [...errors, ...warnings.slice(0, limit)]
  const counts = [
    ...(errors.length > 0 ? [plural(errors.length, 'problem')] : []),
    ...(warnings.length > 0 ? [plural(warnings.length, 'warning')] : []),
  ]
  const more = warnings.length > limit ? ` ${translate`All of them: npm run lint:content.`}` : ''
  const sources = new Map([...new Set(shown.map(({ file }) => file))].map((file) => [file, read(file)]))
  return [
    ...shown.map((problem) => `\n${formatProblem(problem, sources.get(problem.file))}`),
    `\n${counts.length > 0 ? translate`${listed(counts)} in content/.` : translate`No problems in content/.`}${more}\n`,
  ].join('\n')
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
