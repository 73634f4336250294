import { createEndReader } from './formula-end'

/**
 * Length of the inline formula that a text starts with, if it ends there; 1 where its dollar opens none, undefined
 * where it stays open. The rule for dollars is that of `formulaText`.
 */
export function formulaLength(text: string): number | undefined {
  if (!/^\$[^\s$]/.test(text)) return 1
  const isEnd = createEndReader('$', true)
  for (let index = 1; index < text.length; index++) {
    if (isEnd(text.charAt(index)))
      return /\s/.test(text.charAt(index - 1)) || /[\d$]/.test(text.charAt(index + 1)) ? 1 : index + 1
  }
  return undefined
}

/** Length of the code span that a text starts with; of its backquotes where they open none. */
export function codeSpanLength(text: string): number {
  const run = /^`+/.exec(text)?.[0] ?? ''
  const end = new RegExp(`(?<!\`)${run}(?!\`)`, 'g')
  end.lastIndex = run.length
  return end.test(text) ? end.lastIndex : run.length
}
