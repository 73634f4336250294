import type { Problem } from '../../markdown/problems/problem'
import { translate } from '../../site/messages/translate.mjs'

/**
 * Run work on one file. If the content of the file makes it fail, the error becomes a problem of that file and the caller
 * continues with the other files. System errors, such as a full disk, are thrown.
 */
export function tryFile<T>(file: string, work: () => T): { value: T } | { problem: Problem } {
  try {
    return { value: work() }
  } catch (error) {
    const isFault = [TypeError, RangeError, URIError, SyntaxError].some((kind) => error instanceof kind)
    if (!isFault || typeof (error as NodeJS.ErrnoException).code === 'string') throw error
    return {
      problem: {
        file,
        line: 1,
        column: 1,
        rule: 'compiler',
        message: translate`Linking this file with the others failed: ${error}.`,
        hint: translate`This is a bug in the compiler: please report it with the file.`,
      },
    }
  }
}
