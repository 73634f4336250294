import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { dialects, masked, mayBeDialect } from '../dialects/markdown-dialects'
import { report } from '../problems/problem'
import { findHtmlText } from '../syntax/html-text'
import { createSourceMap, type SourceMap } from '../text/source-map'
import { visit } from '../tree/visit'

/** Markdown that has no effect in HTML: a pattern, its name, and what to write instead. */
const markdown: readonly [pattern: RegExp, name: string, html: string][] = [
  [/(?<![\w*\\])\*\*(?!\*)[^*\n]{1,200}\*\*(?!\*)/, translate`bold text`, '<b>text</b>'],
  [/(?<![\w~\\])~~(?!~)[^~\n]{1,200}~~(?!~)/, translate`deleted text`, '<del>text</del>'],
  [/!\[[^[\]\n]{0,200}\]\([^()\n]+\)/, translate`an image`, '<img src="picture.svg" alt="…">'],
  [
    /(?<![!\\])\[(?:[^[\]]|\[[^[\]]{0,100}\]){1,200}\]\([^()\n]+\)/,
    translate`a link`,
    '<a href="…">text</a>',
  ],
  [/\[\^[^\s[\]]{1,100}\]/, translate`a footnote`, translate`the note in the text`],
  [/(?<![\w_\\])_(?=[^\s_])[^_\n]{1,200}(?<=[^\s_])_(?![\w_])/, translate`emphasis`, '<em>text</em>'],
  [/(?<![\w*\\])\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*(?![\w*])/, translate`emphasis`, '<em>text</em>'],
  [/`[^`\n]+`/, translate`code`, '<code>text</code>'],
  [/^[ \t]*(?:`{3}|~{3})/m, translate`code`, '<pre>text</pre>'],
  [/^[ \t]*#{1,6}[ \t]+\S/m, translate`a heading`, '<h2>text</h2>'],
  [/^[ \t]*[-*+][ \t]+\S/m, translate`a list`, '<ul><li>text</li></ul>'],
  [/^[ \t]*>[ \t]*\S/m, translate`a quote`, '<blockquote>text</blockquote>'],
]

interface Finding {
  offset: number
  message: string
  hint: string
}

/**
 * Report Markdown, and syntax of other programs, in block HTML, which readers would see as text: the first of each kind in
 * each block.
 *
 *     <center>**粗体**</center>
 *             ^^^^^^^^
 */
export function remarkHtmlText() {
  return (tree: Root, file: VFile): void => {
    let map: SourceMap | undefined
    visit(tree, 'html', (node, _, parent) => {
      if (!parent || /^(?:paragraph|heading|tableCell)$/.test(parent.type)) return
      for (const { offset, message, hint } of findIn(proseOf(node.value))) {
        map ??= createSourceMap(String(file))
        const { start } = map.positionsIn(node.value, node.position?.start)(offset, offset)
        report(file, start, { rule: 'dialect', severity: 'warning', message, hint })
      }
    })
  }
}

/** The text of a piece of HTML. Tags become spaces, and formulas are masked, so that offsets do not change. */
function proseOf(html: string): string {
  const mask = (text: string) => text.replace(/[^\n]/g, masked)
  let prose = ''
  for (const { start, end } of findHtmlText(html)) {
    const text = html.slice(start, end).replace(/(\${1,2})(?=[^\s$])[^$]+\1|&[#\w]+;/g, mask)
    prose += html.slice(prose.length, start).replace(/[^\n]/g, ' ') + text
  }
  return prose
}

function findIn(prose: string): Finding[] {
  const found = markdown.flatMap(([pattern, name, html]): Finding[] => {
    const match = pattern.exec(prose)
    if (!match) return []
    const hint = translate`Write ${html}, or put a blank line before and after the Markdown.`
    return [
      {
        offset: startOf(match),
        message: translate`Found ${name} of Markdown in HTML, where it is text.`,
        hint,
      },
    ]
  })
  if (!mayBeDialect.test(prose)) return found
  for (const { pattern, name, hint, accepts } of dialects)
    for (const match of prose.matchAll(pattern)) {
      if (match[0].includes('](') || (accepts && !accepts(match))) continue
      const text = typeof hint === 'string' ? hint : hint(match)
      found.push({
        offset: startOf(match),
        message: translate`Found ${name}, in HTML. Readers would see it as text.`,
        hint: text,
      })
      break
    }
  return found
}

/** Offset of a match without the space before it. */
function startOf({ index, 0: text }: RegExpExecArray): number {
  return index + text.length - text.trimStart().length
}
