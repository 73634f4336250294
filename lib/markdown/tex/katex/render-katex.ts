import type { Root } from 'hast'
import { translate } from '../../../site/messages/translate.mjs'
import 'katex/contrib/mhchem'
import katex from 'katex'
import rehypeKatex from 'rehype-katex'
import { VFile } from 'vfile'
import type { Site } from '../../../site/config'
import { formulaExpansions } from '../../problems/limits'
import { forbiddenScheme } from '../../text/link-scheme'
import { latexMacros } from '../latex'

// KaTeX's extensions register macros in this way, as mhchem does when it is imported.
const { __defineMacro: defineMacro } = katex as unknown as {
  __defineMacro: (name: string, macro: unknown) => void
}
for (const [name, macro] of Object.entries(latexMacros)) defineMacro(name, macro)

/** An error of KaTeX's parser, with the part of the TeX that caused it, or of a macro, with a hint too. */
export type KatexError = Error & { position?: number; length?: number; hint?: string }

/**
 * Typeset TeX through rehype-katex.
 *
 * rehype-katex parses KaTeX's HTML into a tree, which takes longer than typesetting. `package.json` replaces the parser
 * by `keep-html`, which returns the HTML as one raw node (docs/decisions/0011-keep-html.md). If the replacement is
 * missing or rehype-katex stops using that parser, this function throws.
 *
 * @param macros changed if the formula defines commands
 * @param level whether the author may set HTML attributes
 */
export function renderKatex(
  tex: string,
  display: boolean,
  macros: Record<string, string | object>,
  level: Site['trust'] = 'high',
): { html: string } | { error: KatexError } {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'span',
        properties: { className: [display ? 'math-display' : 'math-inline'] },
        children: [{ type: 'text', value: tex }],
      },
    ],
  }
  const file = new VFile()
  rehypeKatex({
    macros,
    // Keep the commands that a formula defines: KaTeX adds them to `macros`.
    globalGroup: true,
    // KaTeX would warn about Chinese characters in formulas.
    strict: 'ignore',
    maxExpand: formulaExpansions,
    trust: (context) => trust(context, level),
  })(tree, file)
  const error = file.messages[0]?.cause as KatexError | undefined
  if (error) return { error }
  const [node, ...others] = tree.children
  if (node?.type !== 'raw' || others.length > 0)
    throw new Error(
      'Found a tree from rehype-katex; expected one raw node. Check that package.json replaces hast-util-from-html-isomorphic by lib/markdown/keep-html.',
    )
  return { html: node.value }
}

interface TrustContext {
  command: string
  url?: string
  class?: string
}

/** The classes that our own macros set (`lib/markdown/tex/latex`). */
const ownClasses: ReadonlySet<string> = new Set([
  ...['intertext', 'numerator-left', 'numerator-right', 'double-struck'],
])

/** Authors are trusted with links and, except guests, with HTML attributes, but pages must not send requests to other hosts. */
function trust({ command, url = '', class: name = '' }: TrustContext, level: Site['trust']): boolean {
  const scheme = forbiddenScheme(url)
  if (scheme !== undefined)
    throw new Error(
      translate`${command} leads to an address that starts with ${scheme}:; expected https:, http: or mailto:.`,
    )
  if (command === '\\includegraphics')
    throw new Error(translate`${command} would load an image from another host.`)
  if (level === 'low' && command.startsWith('\\html') && !ownClasses.has(name))
    throw new Error(
      translate`${command} sets HTML attributes, which an article of a guest cannot do (trust: 'low').`,
    )
  return true
}
