import { translate } from '../../site/messages/translate.mjs'
import type { ReadResult } from '../read/read-document'

/** The result of reading a file on which the compiler itself failed. */
export function failedDocument(file: string, message: string): ReadResult {
  const hint = translate`To find the cause, remove half of the file and save, then half of the rest, and so on.`
  return {
    // No source key, so that the file is compiled again when it is saved.
    source: '',
    document: undefined,
    isCompiled: false,
    problems: [{ file, line: 1, column: 1, rule: 'compiler', message, hint }],
  }
}
