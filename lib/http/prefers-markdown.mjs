/**
 * An Accept header that prefers Markdown to HTML: Markdown without reserve, or with some and no HTML beside it. Browsers
 * never name it. As one pattern: Next's rewrites take no function.
 */
export const prefersMarkdown =
  /^(?:.*\btext\/markdown\s*(?:,.*|;\s*q=1(?:\.0*)?\s*(?:,.*)?)?|(?!.*\btext\/html).*\btext\/markdown\s*;\s*q=0?\.\d*[1-9].*)$/
