import type { Node } from 'unist'
import type { VFile } from 'vfile'

/** Something an author should mend, with the place where it stands. */
export interface Problem {
  /** Path from the project's root: `content/posts/x.mdx`. */
  file: string
  /** 1-based; 0 where the whole file is meant. */
  line: number
  /** 1-based; 0 where the whole line is meant. */
  column: number
  /** A warning stops no build. */
  severity?: 'warning'
  /** A stable name such as `formula` or `front-matter`. */
  rule: string
  /** What was found and what was expected. */
  message: string
  /** What to do about it. */
  hint?: string
  /** What mends it for certain: text for the characters from `start` to before `end`, offsets in the file. */
  fix?: { start: number; end: number; text: string }
}

declare module 'vfile' {
  interface DataMap {
    /** Left behind by every plugin that finds something to mend. */
    problems: Problem[]
  }
}

/** Note a problem on the file, at the start of a node or at a given point. */
export function report(
  file: VFile,
  place: Node | { line: number; column: number } | undefined,
  problem: Pick<Problem, 'rule' | 'message' | 'hint' | 'severity' | 'fix'>,
): void {
  const point = place && 'line' in place ? place : place?.position?.start
  file.data.problems ??= []
  file.data.problems.push({ file: file.path, line: point?.line ?? 0, column: point?.column ?? 0, ...problem })
}

/**
 * Write a problem for the terminal: `file:line:column  message`, the line of source with a caret, the hint.
 */
export function formatProblem(problem: Problem, source?: string): string {
  const { file, line, column, message, hint } = problem
  const place = [file, line || undefined, line && column ? column : undefined].filter(Boolean).join(':')
  const lines = [`${place}  ${problem.severity ? `${problem.severity}: ` : ''}${message}`]
  const text = line ? source?.split(/\r?\n/)[line - 1] : undefined
  if (text !== undefined) {
    // A long line is shown around the place, never whole.
    const start = Math.max(0, column - 50)
    lines.push(`    ${text.slice(start, start + 100)}`)
    if (column) lines.push(`    ${' '.repeat(displayWidth(text.slice(start, column - 1)))}^`)
  }
  if (hint) lines.push(`    → ${hint}`)
  return lines.join('\n')
}

/** Columns a terminal gives to a text: Han characters and full-width punctuation take two. */
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
