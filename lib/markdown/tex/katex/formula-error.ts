import { translate } from '../../../site/messages/translate.mjs'
import { isStackOverflow } from '../../problems/limit-error'
import { formulaDepth } from '../../problems/limits'
import { equivalents } from './equivalents'
import { translateKatex } from './katex-messages'
import type { KatexError } from './render-katex'

/** Why KaTeX could not typeset a formula: a message for the author. */
export interface FormulaError {
  /** KaTeX's message, without "KaTeX parse error" and without the position. */
  message: string
  /** 0-based offset in the TeX that KaTeX typeset, if KaTeX gives one. */
  position?: number
  /** The TeX at that offset. */
  token?: string
  hint: string
}

const tooDeepFormula: FormulaError = {
  message: translate`it is nested too deeply, or its macros become too long; expected at most ${formulaDepth} levels.`,
  hint: translate`Split the formula. Each \\displaystyle, \\bf or \\color adds a level too, and macros that repeat their argument double its length.`,
}

export function explain(cause: KatexError, tex: string): FormulaError {
  if (isStackOverflow(cause)) return tooDeepFormula
  const message = cause.message
    .replace(/^KaTeX parse error: /, '')
    .replace(/ at (position \d+|end of input): [\s\S]*$/, '')
  const { position = -1, length } = cause
  const token = tex.slice(position, position + (length || 1))
  return {
    message: translateKatex(message),
    hint: cause.hint ?? hintFor(message),
    ...(position >= 0 && isInFormula(cause, token) && { position, token }),
  }
}

/** Is the position in the formula? For a token in the definition of a macro, KaTeX gives the position there. */
function isInFormula({ message }: KatexError, token: string): boolean {
  const underlined = [...message.matchAll(/([\s\S])\u0332/g)].map(([, character]) => character).join('')
  return underlined === '' || underlined === token
}

function hintFor(message: string): string {
  const command = /Undefined control sequence: (\\\S+)/.exec(message)?.[1]
  const environment = /No such environment: (\S+)/.exec(message)?.[1]
  const name = command ?? (environment && `{${environment}}`)
  if (name && Object.hasOwn(equivalents, name))
    return translate`KaTeX has no ${name}; write ${equivalents[name]} instead.`
  if (
    command &&
    /^\\(?:(?:set|addto|step|refstep)counter|(?:number|counter)within|theequation|arabic)$/.test(command)
  )
    return translate`A formula does not change how equations are counted. Write \\setcounter{equation}{7} in the text, or set the field numbering in the front matter.`
  if (environment)
    return translate`KaTeX has no {${environment}}: check the spelling, or use aligned, array or cases.`
  if (command)
    return translate`${command} is unknown to KaTeX: check the spelling, or define it under macros in site.config.ts or in the front matter, or by \\newcommand.`
  const [, argument, script] =
    /^Got function '(\\\S+)' with no arguments as (sub|super)script/.exec(message) ?? []
  if (argument) return translate`Put braces around it: ${`${script === 'sub' ? '_' : '^'}{${argument}{…}}`}.`
  const [, character] = /^Expected '.*', got '([#&])'/.exec(message) ?? []
  if (character)
    return character === '&'
      ? translate`Write \\& for the character. Columns need an environment, such as aligned.`
      : translate`Write \\${character} for the character.`
  if (message.includes('\\includegraphics'))
    return translate`Put the image in the text: ![description](picture.svg).`
  if (/\\(left|right|middle)/.test(message))
    return translate`Each \\left needs a \\right in the same row; \\right. shows nothing.`
  if (/Expected '}'|Unexpected end of input|got 'EOF'/.test(message))
    return translate`A { or a \\begin is not closed. Count the braces.`
  return translate`Compare with KaTeX’s list of supported functions (katex.org/docs/supported), and check that braces and environments close.`
}
