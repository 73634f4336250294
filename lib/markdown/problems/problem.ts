import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { toPlainText } from '../text/plain-text'

/** A mistake of an author, with its position. */
export interface Problem {
  /** Path from the project's root: `content/posts/x.mdx`. */
  file: string
  /** 1-based; 0 for the whole file. */
  line: number
  /** 1-based; 0 for the whole line. */
  column: number
  /** A warning does not stop a build. */
  severity?: 'warning'
  /** A stable name such as `formula` or `front-matter`. */
  rule: string
  /** What was found and what was expected. */
  message: string
  /** How to correct it. */
  hint?: string
  /** A safe correction. */
  fix?: Fix
}

/** A replacement of the characters from offset `start` up to, not including, `end`. Offsets are those of `toPlainText`. */
export interface Replacement {
  start: number
  end: number
  text: string
}

/** A replacement, which is applied only where the file still contains the text that it replaces. */
export interface Fix extends Replacement {
  found: string
}

declare module 'vfile' {
  interface DataMap {
    /** The mistakes that the plugins found. */
    problems: Problem[]
  }
}

/** The position of a problem: at the start of a node, at a point, or, if unknown, at the start of the file. */
type Position = Node | { line: number; column: number } | undefined

/** Add a problem to the file. A fix that does not name the text that it replaces replaces what is there now. */
export function report(
  file: VFile,
  position: Position,
  {
    fix,
    ...problem
  }: Pick<Problem, 'rule' | 'message' | 'hint' | 'severity'> & { fix?: Replacement & Partial<Fix> },
): void {
  const point = pointOf(position)
  file.data.problems ??= []
  file.data.problems.push({
    file: file.path,
    line: point?.line ?? 1,
    column: point?.column ?? 1,
    ...problem,
    ...(fix && { fix: { found: String(file).slice(fix.start, fix.end), ...fix } }),
  })
}

/** The first problems of a file, errors before warnings. If there are more, the last one contains their number. */
export function firstProblems(problems: readonly Problem[], most: number): Problem[] {
  if (problems.length <= most) return [...problems]
  const sorted = [
    ...problems.filter(({ severity }) => !severity),
    ...problems.filter(({ severity }) => severity),
  ]
  const rest = sorted.slice(most)
  const { file, line, column, severity } = rest[0] as Problem
  return [
    ...sorted.slice(0, most),
    {
      file,
      line,
      column,
      ...(severity && { severity }),
      rule: 'limit',
      message: translate`Found ${plural(rest.length, 'more problem')} after this line.`,
      hint: translate`Most of them may have one cause: start with the first.`,
    },
  ]
}

/** Stop compiling the file because of a problem. Its printed body is empty. */
export function fail(position: Position, problem: Pick<Problem, 'rule' | 'message' | 'hint'>): never {
  throw problemMessage(position, problem)
}

/** A problem as an error to throw; `reportFailure` turns it back into a problem. */
export function problemMessage(
  position: Position,
  { rule, message, hint }: Pick<Problem, 'rule' | 'message' | 'hint'>,
): VFileMessage {
  const point = pointOf(position)
  const error = new VFileMessage(message, { ...(point && { place: point }), ruleId: rule, source: 'lemma' })
  if (hint !== undefined) error.note = hint
  return error
}

function pointOf(position: Position): { line: number; column: number } | undefined {
  return position && 'line' in position ? position : position?.position?.start
}

/** Format a problem for the terminal: `file:line:column  message`, the line of source with a caret, and the hint. */
export function formatProblem(problem: Problem, source?: string): string {
  const { file, line, column, message, hint } = problem
  const location = [file, line || undefined, line && column ? column : undefined].filter(Boolean).join(':')
  const lines = [`${location}  ${problem.severity ? translate`warning: ${message}` : message}`]
  const text = line ? source && toPlainText(source).split('\n')[line - 1] : undefined
  if (text !== undefined) {
    // Only the part of a long line around the column is shown.
    const start = Math.max(0, column - 50)
    lines.push(`    ${text.slice(start, start + 100)}`)
    if (column) lines.push(`    ${' '.repeat(displayWidth(text.slice(start, column - 1)))}^`)
  }
  if (hint) lines.push(`    → ${hint}`)
  return lines.join('\n')
}

/** The width of a text in columns of a terminal. Han characters and full-width punctuation have two. */
function displayWidth(text: string): number {
  let width = 0
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(
      character,
    )
      ? 2
      : 1
  return width
}
