import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { pointAt } from './place'
import { type Problem, report } from './problem'
import { environments } from './syntax/environments'
import { visit } from './visit'

type Found = Pick<Problem, 'rule' | 'message' | 'hint' | 'severity'> & {
  /** Offset in the source of the node. */
  at: number
  fix?: { start: number; end: number; text: string }
}

/**
 * Find what parses and is hardly meant: emphasis that stayed stars, a display or environment that never ends,
 * full-width punctuation in formulas, images without alternative text. Nothing is changed.
 */
export function remarkChecks() {
  return (tree: Root, file: VFile): void => {
    const value = String(file)
    visit(tree, (node) => {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) return
      for (const { at, fix, ...problem } of check(node, value.slice(start, end))) {
        const moved = fix && { start: start + fix.start, end: start + fix.end, text: fix.text }
        report(file, pointAt(file, start + at), { ...problem, ...(moved && { fix: moved }) })
      }
    })
  }
}

function check(node: Nodes, source: string): Found[] {
  switch (node.type) {
    case 'text':
      return [...checkEmphasis(source), ...checkEnds(source)]
    case 'inlineMath':
    case 'math':
      return checkPunctuation(source)
    case 'image':
      return node.alt
        ? []
        : [
            {
              at: 0,
              rule: 'alt',
              severity: 'warning',
              message: 'Found an image without alternative text.',
              hint: 'Say what it shows, for those who cannot see it: ![what it shows](…).',
            },
          ]
    default:
      return []
  }
}

/** Stars that CommonMark left as they are: between spaces they open and close nothing. */
function checkEmphasis(source: string): Found[] {
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
      at: first.index,
      rule: 'emphasis',
      severity: 'warning',
      message: 'Found ** that makes nothing bold.',
      hint: 'Put no space inside the stars, **so**, and close them in the same paragraph; \\** for the characters.',
      ...(isCertain && { fix: { start: first.index, end: second.index + 2, text: `**${inside.trim()}**` } }),
    },
  ]
}

/** Formulas that never end stay text. */
function checkEnds(source: string): Found[] {
  if (!source.includes('$$') && !source.includes('\\begin')) return []
  const found: Found[] = []
  const dollars = /(?<!\\)\$\$/.exec(source)
  if (dollars)
    found.push({
      at: dollars.index,
      rule: 'unclosed',
      severity: 'warning',
      message:
        'Found $$ that begins no formula: no $$ ends it in this paragraph, or a blank line stands between.',
      hint: 'Close the formula with $$, without blank lines in it; \\$\\$ for the characters.',
    })
  for (const { index, 1: name = '' } of source.matchAll(/(?<!\\)\\begin\{([a-zA-Z]+\*?)\}/g)) {
    if (!environments.has(name)) continue
    found.push({
      at: index,
      rule: 'unclosed',
      message: `Found \\begin{${name}} without its \\end{${name}} in the same paragraph.`,
      hint: `Add \\end{${name}}, and leave no blank line between; put it in backquotes to show it as code.`,
    })
  }
  return found
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

/** Full-width punctuation breaks a formula's spacing; between Han characters it is right. */
function checkPunctuation(source: string): Found[] {
  if (!fullWidth.test(source)) return []
  const bare = source.replace(
    /\\(?:text[a-z]*|mbox|hbox|tag\*?|label|ce|pu|fbox)\s*\{(?:[^{}]|\{[^{}]*\})*\}|%[^\n]*/g,
    (text) => ' '.repeat(text.length),
  )
  return [...bare.matchAll(new RegExp(fullWidth, 'g'))].flatMap(({ index, 0: character }): Found[] => {
    if (/\p{Script=Han}/u.test(bare[index - 1] ?? '') || /\p{Script=Han}/u.test(bare[index + 1] ?? ''))
      return []
    const replacement = ascii[character]
    return [
      {
        at: index,
        rule: 'punctuation',
        severity: 'warning',
        message: `Found the full-width ${character} in a formula.`,
        hint: replacement ? `Write ${replacement}` : 'Put it after the formula, or in \\text{…}.',
        ...(replacement && { fix: { start: index, end: index + 1, text: replacement } }),
      },
    ]
  })
}
