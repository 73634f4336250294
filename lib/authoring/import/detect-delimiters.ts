import type { MathDelimiters } from './source'

/** Collects which delimiters of formulas a site uses, text by text. */
export interface DelimiterSearch {
  /** @param text a post, HTML or Markdown */
  add(text: string): void
  /** @param configuration scripts and settings of the old site that may configure MathJax */
  result(configuration?: string): MathDelimiters
}

/**
 * Search the posts of a site whose MathJax configuration is unknown. Double dollars, `\(…\)`, `\[…\]` and environments are
 * always delimiters. Single dollars are delimiters only if some post has TeX between two of them: elsewhere they are amounts of money.
 */
export function searchDelimiters(): DelimiterSearch {
  let hasSingleDollars = false
  let hasReferences = false
  return {
    add(text) {
      const prose = withoutCode(text)
      hasSingleDollars ||= /(?<![\\$])\$(?!\$)[^$\n]*?(?:\\[a-zA-Z]|[\^_])[^$\n]*(?<!\\)\$(?!\$)/.test(prose)
      hasSingleDollars ||= /(?<![\\$\w])\$[a-zA-Z]\$(?![\w$])/.test(prose)
      hasReferences ||= /\\(?:eq)?ref\s*\{/.test(prose)
    },
    result(configuration = '') {
      const single = [['$', '$']] as const
      const isConfigured = /inlineMath\s*["']?\s*:\s*\[\s*\[\s*["']\$["']/.test(configuration)
      const numbered = /(?:autoNumber|tags)["']?\s*:\s*["'](ams|all)["']/i.exec(configuration)?.[1]
      return {
        inline: [...(hasSingleDollars || isConfigured ? single : []), ['\\(', '\\)']],
        display: [
          ['$$', '$$'],
          ['\\[', '\\]'],
        ],
        environments: true,
        numbering: numbered?.toLowerCase() === 'all' ? 'all' : numbered || hasReferences ? 'ams' : 'none',
      }
    },
  }
}

/** Remove code, in which dollars are not delimiters. */
function withoutCode(text: string): string {
  return text
    .replace(/<(pre|code|script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, ' ')
    .replace(/`[^`\n]*`/g, ' ')
}
