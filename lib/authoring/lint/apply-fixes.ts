import { readFileSync, writeFileSync } from 'node:fs'
import { type FormulaSource, listFormulas } from '../../markdown/list-formulas'
import type { Fix, Problem } from '../../markdown/problems/problem'
import { offsetsInFile, toPlainText } from '../../markdown/text/plain-text'
import type { CompileSettings } from '../../markdown/types'

/**
 * Apply the fixes of problems that have one. A fix is not applied if the file no longer contains the text that it replaces, if
 * it overlaps another one, or if a formula outside it would be parsed differently afterwards.
 *
 * @returns how many were applied
 */
export function applyFixes(problems: readonly Problem[], settings: CompileSettings): number {
  let count = 0
  for (const file of new Set(problems.map(({ file }) => file))) {
    const fixes = problems.flatMap((problem) => (problem.file === file && problem.fix ? [problem.fix] : []))
    if (fixes.length === 0) continue
    const content = readFileSync(file, 'utf8')
    const safe = safeFixes(file, toPlainText(content), fixes, settings)
    if (safe.length === 0) continue
    writeFileSync(file, replaceInFile(content, safe))
    count += safe.length
  }
  return count
}

/**
 * The fixes that can be applied together, in ascending order.
 *
 * @param text of the file, as `toPlainText` returns it
 */
export function safeFixes(
  file: string,
  text: string,
  fixes: readonly Fix[],
  settings: CompileSettings,
): Fix[] {
  // Which components exist changes no formula.
  const options = { settings, components: [] }
  const possible: Fix[] = []
  for (const fix of [...fixes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const isFree = fix.start >= (possible.at(-1)?.end ?? 0)
    if (isFree && text.slice(fix.start, fix.end) === fix.found) possible.push(fix)
  }
  try {
    const before = listFormulas(file, text, options)
    const keepsFormulas = (chosen: readonly Fix[]) =>
      isSame(before, listFormulas(file, replace(text, chosen), options), chosen)
    return addPossible([], possible, keepsFormulas)
  } catch {
    // The file does not parse, before or after the fixes.
    return []
  }
}

/** Add fixes to others if that is possible, otherwise each half of them. */
function addPossible(kept: Fix[], added: Fix[], isPossible: (fixes: readonly Fix[]) => boolean): Fix[] {
  const all = [...kept, ...added]
  if (added.length === 0 || isPossible(all)) return all
  if (added.length === 1) return kept
  const half = Math.ceil(added.length / 2)
  return addPossible(addPossible(kept, added.slice(0, half), isPossible), added.slice(half), isPossible)
}

/** Are the formulas outside the fixes the same before and after? */
function isSame(
  before: readonly FormulaSource[],
  after: readonly FormulaSource[],
  fixes: readonly Fix[],
): boolean {
  if (before.some((formula) => fixes.some((fix) => overlaps(formula, fix) && !isNested(formula, fix))))
    return false
  let shift = 0
  const replaced = fixes.map(({ start, end, text }) => {
    const range = { start: start + shift, end: start + shift + text.length }
    shift += text.length - (end - start)
    return { ...range, shift }
  })
  const untouched = before
    .filter((formula) => !fixes.some((fix) => overlaps(formula, fix)))
    .map(({ start, tex }) => {
      const last = fixes.findLastIndex((fix) => fix.end <= start)
      return `${start + (replaced[last]?.shift ?? 0)} ${tex}`
    })
  const kept = after
    .filter((formula) => !replaced.some((range) => overlaps(formula, range)))
    .map(({ start, tex }) => `${start} ${tex}`)
  return untouched.join('\n') === kept.join('\n')
}

interface Range {
  start: number
  end: number
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Does one of two ranges contain the other? */
function isNested(a: Range, b: Range): boolean {
  return (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end)
}

function replace(text: string, fixes: readonly Fix[]): string {
  let result = ''
  let index = 0
  for (const fix of fixes) {
    result += text.slice(index, fix.start) + fix.text
    index = fix.end
  }
  return result + text.slice(index)
}

/** Replace in a file, whose byte order mark and line endings are kept. */
function replaceInFile(content: string, fixes: readonly Fix[]): string {
  const toFile = offsetsInFile(content)
  return replace(
    content,
    fixes.map((fix) => ({ ...fix, start: toFile(fix.start), end: toFile(fix.end) })),
  )
}
