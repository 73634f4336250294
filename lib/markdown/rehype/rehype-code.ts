import type { Element, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import {
  type BundledLanguage,
  bundledLanguages,
  createHighlighter,
  type Highlighter,
  type ThemedToken,
} from 'shiki'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { escapeText } from '../print/escape'
import { LimitError } from '../problems/limit-error'
import { codeLineLength, codeTime } from '../problems/limits'
import { nearest } from '../problems/nearest'
import { report } from '../problems/problem'
import { runWithin } from '../problems/run-within'
import { SKIP, visit } from '../tree/visit'
import { type CodeLanguage, readCodeLanguage } from './code-language'
import { codeTheme } from './code-theme'

declare module 'hast' {
  interface ElementData {
    /** On a `<pre>`: its content as highlighted HTML. */
    highlighted?: string
  }
}

/**
 * Milliseconds for a line. After Shiki's default of 500 ms, the rest of a line is not highlighted. On a busy machine this
 * could happen to the first line of a large grammar, and the result would be stored.
 */
export const tokenizeTimeLimit = 20_000

/**
 * Cache of Shiki's grammars, shared by all articles. It contains at most Shiki's bundled languages, and is created again
 * after highlighting was stopped.
 */
let highlighterCache: Promise<Highlighter> | undefined

/**
 * Highlight code blocks. The `<pre>` keeps its text, and `data.highlighted` gets the HTML.
 *
 *     <pre><code class="language-python">x = 1  →  <pre data.highlighted="<code>x <span style=…">…
 */
export function rehypeCode() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const blocks: { pre: Element; code: Element; language: CodeLanguage }[] = []
    visit(tree, 'element', (pre) => {
      const code = pre.children[0]
      if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return
      const language = languageOf(code)
      if (language) blocks.push({ pre, code, language })
      return SKIP
    })
    for (const { pre, code, language } of blocks) {
      code.properties.className = [`language-${language.name}`]
      if (language.otherBlock) reportOtherBlock(file, pre, language.otherBlock)
      if (language.grammar === undefined) {
        if (!language.isPlain && !language.otherBlock) reportLanguage(file, pre, language.name)
        continue
      }
      try {
        const html = await highlight(
          hastToString(code).replace(/\n$/, ''),
          language.grammar as BundledLanguage,
        )
        pre.data = { ...pre.data, highlighted: html }
      } catch (error) {
        if (!(error instanceof LimitError)) throw error
        report(file, pre, { rule: 'limit', message: error.message, hint: error.hint })
      }
    }
  }
}

function reportOtherBlock(file: VFile, pre: Element, { name, hint }: { name: string; hint: string }): void {
  report(file, pre, {
    rule: 'dialect',
    severity: 'warning',
    message: translate`Found ${name}; readers would see its source as code.`,
    hint: translate`${hint} To show code, write "text" after the backquotes.`,
  })
}

function reportLanguage(file: VFile, pre: Element, name: string): void {
  const guess = nearest(name, Object.keys(bundledLanguages))
  // Many names are short, and any two short names are similar.
  const similar = guess?.charAt(0) === name.charAt(0) ? guess : undefined
  report(file, pre, {
    rule: 'code-language',
    severity: 'warning',
    message: translate`Found the code language "${name.slice(0, 40)}", which the highlighter does not know; the code has no colours.`,
    hint: hintFor(name, similar),
  })
}

function hintFor(name: string, similar: string | undefined): string {
  if (name === 'math')
    return translate`Write a formula between $$ and $$. For code, use a name from shiki.style/languages, or "text" for no colours.`
  return similar
    ? translate`Did you mean ${similar}? Otherwise use a name from shiki.style/languages, or "text" for no colours.`
    : translate`Use a name from shiki.style/languages, or "text" for no colours.`
}

/**
 * Highlight code as HTML for both themes. The HTML is built from Shiki's tokens, because Shiki's own HTML is serialised from a
 * tree, and also colours spaces and plain text.
 *
 * @throws LimitError if it takes too long
 */
export async function highlight(code: string, language: BundledLanguage): Promise<string> {
  highlighterCache ??= createHighlighter({ themes: [codeTheme], langs: [] })
  const shiki = await highlighterCache
  // Shiki imports the module of a language at each call, which runs all loader hooks.
  if (!shiki.getLoadedLanguages().includes(language)) await shiki.loadLanguage(language)
  const tokenizeMaxLineLength = codeLineLength
  const options = { lang: language, theme: codeTheme, tokenizeTimeLimit, tokenizeMaxLineLength }
  const done = runWithin(codeTime, () => shiki.codeToTokens(code, options))
  if (!done) {
    // It was stopped at any point, so its state may be inconsistent.
    highlighterCache = undefined
    throw new LimitError(
      translate`Highlighting this code took longer than ${codeTime / 1000} s and was stopped.`,
      translate`Write "text" after the backquotes to turn highlighting off, or shorten the code.`,
    )
  }
  const { tokens, fg } = done.value
  const lines = tokens.map((line) => line.map((token) => printToken(token, fg)).join(''))
  return `<code>${lines.join('\n')}</code>`
}

function printToken({ content, color, fontStyle = 0 }: ThemedToken, foreground: string | undefined): string {
  const text = escapeText(content)
  if (content.trim() === '') return text
  const style = [
    color && color !== foreground ? `color:${color}` : '',
    fontStyle & 1 ? 'font-style:italic' : '',
    fontStyle & 2 ? 'font-weight:bold' : '',
    fontStyle & 4 ? 'text-decoration:underline' : '',
  ].filter(Boolean)
  return style.length > 0 ? `<span style="${style.join(';')}">${text}</span>` : text
}

/** The language of a code block; undefined if it has none, or is a formula. */
function languageOf(code: Element): CodeLanguage | undefined {
  const { className } = code.properties
  const name = Array.isArray(className)
    ? className.find((name) => String(name).startsWith('language-'))
    : undefined
  if (name === undefined || name === 'language-math') return undefined
  // Markdown splits the text after the backquotes at its first space.
  const { meta } = code.data ?? {}
  return readCodeLanguage(`${String(name).slice('language-'.length)} ${meta ?? ''}`)
}
