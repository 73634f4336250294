import { environments, inlineEnvironment } from '../../../markdown/syntax/environments'
import type { MathDelimiters } from '../source'
import { environmentOf, type FoundFormula } from './find-formulas'

/** A way to write a formula in our syntax. */
export interface WrittenForm {
  text: string
  /** Its lines already start with the markers of the quote or list that contains it. */
  hasPrefix: boolean
}

/** A formula of the old site, and how it can be written here. */
export interface ImportedFormula {
  /** The TeX that MathJax typeset on the old site, without delimiters. */
  tex: string
  /** The formula in the source, with its delimiters. */
  source: string
  display: boolean
  /** Ways to write it, tried in this order until our parser reads the same TeX. */
  forms: readonly WrittenForm[]
  /** What was changed in its TeX: escapes of Markdown, character references. */
  isUnescaped: boolean
}

/**
 * A formula as our syntax can write it.
 *
 * @param tex as MathJax reads it
 * @param raw the text between the delimiters in Markdown, with the markers of a quote or list on each line
 */
export function toImported(
  found: FoundFormula,
  {
    tex,
    raw,
    source,
    numbering,
  }: { tex: string; raw?: string; source: string } & Pick<MathDelimiters, 'numbering'>,
): ImportedFormula {
  const environment = environmentOf({ open: found.open, tex })
  const forms =
    environment !== undefined
      ? environmentForms(tex, raw, environment)
      : found.display
        ? displayForms(tex, raw, numbering)
        : inlineForms(tex, raw)
  return { tex, source, display: found.display, forms, isUnescaped: tex !== found.tex }
}

function inlineForms(tex: string, raw?: string): WrittenForm[] {
  const text = (raw ?? tex).trim()
  return [
    { text: `$${text}$`, hasPrefix: raw !== undefined },
    // Without the rules for dollars: spaces before and digits after it.
    { text: `\\begin{math}${withoutBlankLines(tex.trim())}\\end{math}`, hasPrefix: false },
  ]
}

function displayForms(
  tex: string,
  raw: string | undefined,
  numbering: MathDelimiters['numbering'],
): WrittenForm[] {
  const text = withoutBlankLines(tex.trim())
  const numbered = [{ text: `\\begin{equation}\n${text}\n\\end{equation}`, hasPrefix: false }]
  if (numbering === 'all' && isNumberedByAll(tex)) return [...numbered, ...blockForms(text)]
  return [
    ...(raw === undefined
      ? [{ text: fence(text), hasPrefix: false }]
      : [{ text: `$$${raw}$$`, hasPrefix: true }]),
    ...blockForms(text),
  ]
}

/** Forms that need less of their surroundings than dollars in a line. */
function blockForms(text: string): WrittenForm[] {
  const line = text.replace(/\s*\n\s*/g, ' ')
  return [
    { text: `\n\n$$\n${text}\n$$\n\n`, hasPrefix: false },
    // On one line, nothing looks like a heading or a quote. A comment would hide the rest.
    ...(/(?<!\\)%/.test(text) ? [] : [{ text: `\n\n$$\n${line}\n$$\n\n`, hasPrefix: false }]),
    { text: `\\begin{displaymath}\n${text}\n\\end{displaymath}`, hasPrefix: false },
  ]
}

function environmentForms(tex: string, raw: string | undefined, environment: string): WrittenForm[] {
  const text = withoutBlankLines(tex.trim()).replace(/^\\begin\s+\{/, '\\begin{')
  if (environments.has(environment) || environment === inlineEnvironment)
    return [
      ...(raw === undefined ? [] : [{ text: raw, hasPrefix: true }]),
      { text, hasPrefix: false },
      ...blockForms(text),
    ]
  return [{ text: fence(text), hasPrefix: false }, ...blockForms(text)]
}

/** With `tags: 'all'`, MathJax numbers every display except these. */
function isNumberedByAll(tex: string): boolean {
  return !/\\(?:tag|notag|nonumber)(?![a-zA-Z])|^\s*\\begin\s*\{(?:equation|align|gather|multline|eqnarray|flalign)/.test(
    tex,
  )
}

function fence(text: string): string {
  return text.includes('\n') ? `$$\n${text}\n$$` : `$$${text}$$`
}

/** TeX does not allow blank lines in a formula, MathJax ignores them. */
function withoutBlankLines(tex: string): string {
  return tex.replace(/\n(?:[ \t]*\n)+/g, '\n')
}

/**
 * TeX in the form in which formulas are compared: without the environments that stand for our delimiters, and with one space for
 * white space, whose amount means nothing in TeX. Everything else is compared byte by byte.
 */
export function comparedTex(tex: string): string {
  const spaced = tex.replace(/\s+/g, ' ').trim()
  const [, , inner] = /^\\begin ?\{(math|displaymath|equation)\}(.*)\\end ?\{\1\}$/.exec(spaced) ?? []
  return (inner ?? spaced).trim().replace(/^\\begin \{/, '\\begin{')
}
