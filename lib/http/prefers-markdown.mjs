/**
 * Matches an Accept header that prefers Markdown to HTML: it lists `text/markdown` with quality 1, or with a lower quality
 * and no `text/html`. Browsers never list it. This is a regular expression because Next's rewrites take no function.
 */
export const prefersMarkdown =
  /^(?:.*\btext\/markdown\s*(?:,.*|;\s*q=1(?:\.0*)?\s*(?:,.*)?)?|(?!.*\btext\/html).*\btext\/markdown\s*;\s*q=0?\.\d*[1-9].*)$/
