import { equivalents } from './equivalents'

/** Why KaTeX could not typeset a formula, in words for its author. */
export interface FormulaError {
  /** KaTeX's own words, without its "KaTeX parse error" and without the place. */
  message: string
  /** Offset in the TeX that KaTeX got, 0-based, where KaTeX knows it. */
  position?: number
  /** What stands there. */
  token?: string
  hint: string
}

export function explain(cause: Error & { position?: number; length?: number }, tex: string): FormulaError {
  const message = cause.message
    .replace(/^KaTeX parse error: /, '')
    .replace(/ at (position \d+|end of input): [\s\S]*$/, '')
  const { position, length } = cause
  return {
    message,
    hint: hintFor(message),
    ...(position !== undefined && { position, token: tex.slice(position, position + (length || 1)) }),
  }
}

function hintFor(message: string): string {
  const command = /Undefined control sequence: (\\\S+)/.exec(message)?.[1]
  const environment = /No such environment: (\S+)/.exec(message)?.[1]
  const name = command ?? (environment && `{${environment}}`)
  if (name && Object.hasOwn(equivalents, name))
    return `KaTeX has no ${name}; write ${equivalents[name]} for it.`
  if (environment) return `KaTeX has no {${environment}}: check the spelling, or use aligned, array or cases.`
  if (command)
    return `${command} is unknown to KaTeX: check the spelling, or define it under macros in site.config.ts or in the front matter, or by \\newcommand.`
  if (message.includes('\\includegraphics'))
    return 'Put the picture in the text: ![what it shows](picture.svg).'
  if (/\\(left|right|middle)/.test(message))
    return 'Each \\left needs its \\right in the same row; \\right. closes without showing anything.'
  if (/Expected '}'|Unexpected end of input|got 'EOF'/.test(message))
    return 'A { or a \\begin is not closed: count the braces.'
  return 'Compare with KaTeX’s list of supported functions (katex.org/docs/supported), and check that braces and environments close.'
}
