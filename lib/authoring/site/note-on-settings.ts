import type { Problem } from '../../markdown/problems/problem'
import { translate } from '../../site/messages/translate.mjs'

/**
 * While the configuration has errors, its last valid version stays in use: note that problems of other files were found with
 * it, because some of them may have been caused, or would be solved, by the change.
 *
 * @param errors of the configuration
 * @param written when the file of the last valid version was written; undefined if this is unknown
 * @returns undefined if the configuration has no errors
 */
export function noteOnSettings(errors: readonly Problem[], written?: Date): Problem | undefined {
  const [first] = errors
  if (!first) return undefined
  const { file, line, column, rule } = first
  return {
    ...{ file, line, column, rule },
    message: written
      ? translate`The problems of other files were found with the last valid configuration, of ${written.toISOString()}.`
      : translate`The problems of other files were found with the last valid configuration, which is published.`,
    hint: translate`Correct ${file} first. Then all files are checked again.`,
  }
}
