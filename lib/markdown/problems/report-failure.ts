import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { translate } from '../../site/messages/translate.mjs'
import { explainMdx } from '../dialects/mdx-mistakes'
import { isStackOverflow, LimitError } from './limit-error'
import { nestingDepth } from './limits'
import { type Problem, report } from './problem'

/**
 * Report an error that stopped the compilation of a file, with its position and probable cause.
 * @throws the error, if the file is not the cause
 */
export function reportFailure(file: VFile, error: unknown): void {
  if (error instanceof VFileMessage) {
    reportMessage(file, error)
    return
  }
  // An error of the operating system, or a missing module.
  if (/^E(?!RR_)[A-Z]+$|MODULE/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
  report(file, { line: longestParagraph(String(file)), column: 1 }, explain(error))
}

function explain(error: unknown): Pick<Problem, 'rule' | 'message' | 'hint'> {
  if (error instanceof LimitError) return { rule: 'limit', message: error.message, hint: error.hint }
  if (isStackOverflow(error))
    return {
      rule: 'limit',
      message: translate`Found something nested too deeply; expected at most ${nestingDepth} levels. The longest paragraph begins here.`,
      hint: translate`Check that everything is closed, or split it.`,
    }
  return {
    rule: 'compiler',
    message: translate`The compiler failed on this file: ${error}. Its longest paragraph begins here.`,
    hint: translate`This is a bug of the compiler: please report it with the file. To find the part that causes it, remove half of the file and save, then half of the rest.`,
  }
}

function reportMessage(file: VFile, message: VFileMessage): void {
  if (message.source?.includes('mdx')) {
    const { line, column, ...problem } = explainMdx(message, String(file))
    report(file, { line, column }, problem)
    return
  }
  const { line = 1, column = 1, reason, ruleId, note } = message
  report(file, { line, column }, { rule: ruleId ?? 'syntax', message: reason, ...(note && { hint: note }) })
}

/** The first line of the longest paragraph, which is the most probable cause of an exceeded time limit. */
function longestParagraph(text: string): number {
  let longest = { line: 1, length: 0 }
  let paragraph = longest
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') paragraph = { line: index + 2, length: 0 }
    else paragraph = { ...paragraph, length: paragraph.length + line.length }
    if (paragraph.length > longest.length) longest = paragraph
  }
  return longest.line
}
