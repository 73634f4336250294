import { expect, test } from 'vitest'
import { prefersMarkdown } from './prefers-markdown.mjs'

/** Next's rewrites match a whole header. */
const prefers = (accept: string) => new RegExp(`^${prefersMarkdown.source}$`).test(accept)

test('prefers Markdown if it is accepted with quality 1, or without HTML', () => {
  for (const accept of [
    'text/markdown',
    'text/markdown, text/html, */*',
    'text/html;q=0.9, text/markdown',
    'text/html, text/markdown;q=1.0, */*;q=0.1',
    'text/markdown;q=0.9, */*;q=0.1',
  ])
    expect(prefers(accept), accept).toBe(true)
})

test('prefers HTML for browsers, and if Markdown has a lower quality or quality 0', () => {
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
