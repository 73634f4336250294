import type { Element, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { type BundledLanguage, bundledLanguages, createHighlighter, type Highlighter } from 'shiki'
import type { VFile } from 'vfile'
import { codeTheme } from './code-theme'
import { report } from './problem'
import { SKIP, visit } from './visit'

declare module 'hast' {
  interface ElementData {
    /** On a `<pre>`: its content as Shiki highlighted it, in both colour schemes. */
    highlighted?: string
  }
}

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
      highlighter ??= createHighlighter({ themes: [codeTheme], langs: [] })
      const shiki = await highlighter
      await shiki.loadLanguage(language as BundledLanguage)
      const html = shiki.codeToHtml(hastToString(code).replace(/\n$/, ''), {
        lang: language,
        theme: codeTheme,
      })
      pre.data = { ...pre.data, highlighted: html }
    }
  }
}

function languageOf(code: Element): string | undefined {
  const { className } = code.properties
  const name = Array.isArray(className)
    ? className.find((name) => String(name).startsWith('language-'))
    : undefined
  return name === undefined ? undefined : String(name).slice('language-'.length)
}
