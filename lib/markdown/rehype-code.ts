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
import { codeTheme } from './code-theme'
import { escapeText } from './escape'
import { report } from './problem'
import { SKIP, visit } from './visit'

declare module 'hast' {
  interface ElementData {
    /** On a `<pre>`: the HTML in it, as Shiki highlighted it in both colour schemes. */
    highlighted?: string
  }
}

/**
 * Milliseconds for a line. After Shiki's own limit, half a second, the rest of a line stays as the beginning of what it
 * was in: on a busy machine that happens to the first line of a large grammar, and is kept.
 */
export const tokenizeTimeLimit = 20_000

let highlighter: Promise<Highlighter> | undefined

/** Highlight code blocks at compile time. The `<pre>` keeps its plain text; the finished HTML waits in its data. */
export function rehypeCode() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const blocks: { pre: Element; code: Element; language: string }[] = []
    visit(tree, 'element', (pre) => {
      const code = pre.children[0]
      if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return
      const language = languageOf(code)
      if (language && language !== 'math') blocks.push({ pre, code, language })
      return SKIP
    })
    for (const { pre, code, language } of blocks) {
      if (!(language in bundledLanguages)) {
        if (language === 'text') continue
        report(file, pre, {
          rule: 'code-language',
          message: `Found the code language "${language}", which the highlighter does not know.`,
          hint: 'Use a name from shiki.style/languages, or "text" for none.',
        })
        continue
      }
      const html = await highlight(hastToString(code).replace(/\n$/, ''), language as BundledLanguage)
      pre.data = { ...pre.data, highlighted: html }
    }
  }
}

/**
 * Code as HTML, in both colour schemes. Printed from Shiki's tokens: its own HTML passes through a tree, and names a
 * colour for blanks and for what has the colour of the block.
 */
export async function highlight(code: string, language: BundledLanguage): Promise<string> {
  highlighter ??= createHighlighter({ themes: [codeTheme], langs: [] })
  const shiki = await highlighter
  // Shiki imports its module anew each time, which asks every loader hook.
  if (!shiki.getLoadedLanguages().includes(language)) await shiki.loadLanguage(language)
  const { tokens, fg } = shiki.codeToTokens(code, { lang: language, theme: codeTheme, tokenizeTimeLimit })
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

function languageOf(code: Element): string | undefined {
  const { className } = code.properties
  const name = Array.isArray(className)
    ? className.find((name) => String(name).startsWith('language-'))
    : undefined
  return name === undefined ? undefined : String(name).slice('language-'.length)
}
