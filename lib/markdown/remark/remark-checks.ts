import type { Nodes, Root, Table } from 'mdast'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { type Fix, type Problem, type Replacement, report } from '../problems/problem'
import { pointAt } from '../tex/source-position'
import { spacelessLetters } from '../text/scripts'
import { visit } from '../tree/visit'

const spaceless = new RegExp(`[${spacelessLetters}]`, 'u')

type Finding = Pick<Problem, 'rule' | 'message' | 'hint' | 'severity'> & {
  /** Offset in the source of the node. */
  offset: number
  fix?: Replacement & Partial<Fix>
}

/**
 * Report valid Markdown that is probably a mistake: stars that are not emphasis, cells outside of their table, full-width
 * punctuation in formulas, images without alternative text. The tree does not change.
 */
export function remarkChecks() {
  return (tree: Root, file: VFile): void => {
    const value = String(file)
    visit(tree, (node) => {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) return
      for (const { offset, fix, ...problem } of check(node, value.slice(start, end))) {
        const moved = fix && { ...fix, start: start + fix.start, end: start + fix.end }
        report(file, pointAt(file, start + offset), { ...problem, ...(moved && { fix: moved }) })
      }
    })
  }
}

function check(node: Nodes, source: string): Finding[] {
  switch (node.type) {
    case 'text':
      return [...checkStrong(source), ...checkEmphasis(source)]
    case 'table':
      return checkCells(node)
    case 'inlineMath':
    case 'math':
      return checkPunctuation(source)
    case 'image':
      return node.alt
        ? []
        : [
            {
              offset: 0,
              rule: 'alt',
              severity: 'warning',
              message: translate`Found an image without alternative text.`,
              hint: translate`Describe it for readers who cannot see it: ![description](…).`,
            },
          ]
    default:
      return []
  }
}

/** Stars that CommonMark keeps as text, because they are next to spaces. */
function checkStrong(source: string): Finding[] {
  if (!source.includes('**')) return []
  const stars = [...source.matchAll(/(?<![\\*])\*\*(?!\*)/g)]
  const [first, second] = stars
  if (!first) return []
  const inside = second && source.slice(first.index + 2, second.index)
  const isProse = (character: string | undefined) =>
    character === undefined || /[^\sA-Za-z0-9]/u.test(character)
  const isCertain =
    stars.length === 2 &&
    second !== undefined &&
    inside !== undefined &&
    inside.trim() !== '' &&
    inside !== inside.trim() &&
    !inside.includes('\n') &&
    isProse(source[first.index - 1]) &&
    isProse(source[second.index + 2])
  return [
    {
      offset: first.index,
      rule: 'emphasis',
      severity: 'warning',
      message: translate`Found ** that makes nothing bold.`,
      hint: translate`Put no space inside the stars, as in **bold**, and close them in the same paragraph. Write \\** for the characters.`,
      ...(isCertain && { fix: { start: first.index, end: second.index + 2, text: `**${inside.trim()}**` } }),
    },
  ]
}

/** Stars or underscores around words, one of them on the wrong side of a space: `_甲 _乙`. */
const unclosed =
  /(?<![\p{L}\p{N}_*\\])([_*])(?:(?=[^\s_*])[^_*\n]{1,200}\s\1(?=[\p{L}\p{N}])|\s[^_*\n]{0,200}[^\s_*\\]\1(?![\p{L}\p{N}_*]))/u

/** Stars or underscores that CommonMark keeps as text, because one of them is next to a space. */
function checkEmphasis(source: string): Finding[] {
  const match = unclosed.exec(source)
  if (!match?.[1]) return []
  const mark = match[1]
  return [
    {
      offset: match.index,
      rule: 'emphasis',
      severity: 'warning',
      message: translate`Found ${mark} that makes nothing italic.`,
      hint: translate`Put no space inside, as in ${mark}word${mark}. Write \\${mark} for the character.`,
    },
  ]
}

/** Cells that readers do not see, because the first row of their table has fewer cells. */
function checkCells(table: Table): Finding[] {
  const [head, ...rows] = table.children
  const width = head?.children.length ?? 0
  return rows.flatMap(({ children }): Finding[] => {
    const offset = children[width]?.position?.start.offset
    if (offset === undefined) return []
    return [
      {
        offset: offset - (table.position?.start.offset ?? 0),
        rule: 'table',
        severity: 'warning',
        message: translate`Found a row with ${children.length} cells in a table with ${plural(width, 'column')}; readers would not see the rest.`,
        hint: translate`Write as many cells in the first row. Write \\| for the character, in code too.`,
      },
    ]
  })
}

const fullWidth = /[，；：！（）［］＝＋－。、？]/

const ascii: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '！': '!',
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '＝': '=',
  '＋': '+',
  '－': '-',
}

/** Full-width punctuation, which breaks the spacing of a formula. Next to Han characters or kana it is correct. */
function checkPunctuation(source: string): Finding[] {
  if (!fullWidth.test(source)) return []
  const bare = source.replace(
    /\\(?:text[a-z]*|mbox|hbox|tag\*?|label|ce|pu|fbox)\s*\{(?:[^{}]|\{[^{}]*\})*\}|%[^\n]*/g,
    (text) => ' '.repeat(text.length),
  )
  return [...bare.matchAll(new RegExp(fullWidth, 'g'))].flatMap(({ index, 0: character }): Finding[] => {
    if (spaceless.test(bare[index - 1] ?? '') || spaceless.test(bare[index + 1] ?? '')) return []
    const replacement = ascii[character]
    return [
      {
        offset: index,
        rule: 'punctuation',
        severity: 'warning',
        message: translate`Found the full-width ${character} in a formula.`,
        hint: replacement
          ? translate`Write ${replacement}`
          : translate`Put it after the formula, or in \\text{…}.`,
        ...(replacement && { fix: { start: index, end: index + 1, text: replacement, found: character } }),
      },
    ]
  })
}
