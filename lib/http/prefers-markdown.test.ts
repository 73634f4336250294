import { expect, test } from 'vitest'
import { prefersMarkdown } from './prefers-markdown.mjs'

/** As Next's rewrites match a header. */
const prefers = (accept: string) => new RegExp(`^${prefersMarkdown.source}$`).test(accept)

test('Markdown is preferred where it is asked for without reserve, or no HTML is', () => {
  for (const accept of [
    'text/markdown',
    'text/markdown, text/html, */*',
    'text/html;q=0.9, text/markdown',
    'text/html, text/markdown;q=1.0, */*;q=0.1',
    'text/markdown;q=0.9, */*;q=0.1',
  ])
    expect(prefers(accept), accept).toBe(true)
})

test('HTML is preferred by browsers, and by those who want Markdown less, or not', () => {
  for (const accept of [
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    '*/*',
    '',
    'text/html, text/markdown;q=0.5',
    'text/markdown;q=0',
    'text/markdown;q=0.0, */*',
    'text/markdown-extra',
  ])
    expect(prefers(accept), accept).toBe(false)
})
