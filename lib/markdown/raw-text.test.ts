import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSite } from '../site/test-site'
import { openStore } from '../store/store'
import { readBibliography } from './bibliography/bibliography'
import { createCompiler } from './compile'
import { plainNumbering } from './numbering/numbering'
import { readBody } from './print/body'
import type { Problem } from './problems/problem'
import type { Compiler } from './types'

// Bad mathematics is never published silently: what readers would see as TeX has a problem at its place. These tests read the
// printed text. They share no code with the checks.

let folder: string
let compiler: Compiler

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-'))
  compiler = createCompiler({
    settings: testSite,
    store: openStore(folder),
    bodies: join(folder, 'bodies'),
    components: [],
    bibliography: readBibliography('', ''),
    bibliographyVersion: '',
    version: '1',
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Compile a text. @returns its problems, and the text that readers see, without formulas and code */
async function compile(text: string): Promise<{ problems: Problem[]; visible: string }> {
  const { key, problems } = await compiler.compile({
    file: 'content/posts/x.md',
    text,
    folder: 'posts',
    url: '/posts/x',
    lang: 'zh-CN',
    macros: {},
    numbering: plainNumbering,
  })
  const html = readBody(join(folder, 'bodies'), key).page.html.join('')
  const visible = html
    .replace(/<(code|pre|script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, '|')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
  return { problems, visible }
}

/** The first and the last line of the paragraph around an offset. */
function paragraphAt(text: string, offset: number): { first: number; last: number } {
  const start = text.lastIndexOf('\n\n', offset)
  const end = text.indexOf('\n\n', offset)
  const lines = (until: number) => text.slice(0, until).split('\n').length
  return { first: start < 0 ? 1 : lines(start + 2), last: lines(end < 0 ? text.length : end) }
}

/** Each TeX contains a name of its own, x1q, each prose one, 甲1甲: they show what is printed as text. */
const tex = (number: number) => fc.constantFrom(`x${number}q`, `\\frac{x${number}q}2`)

function pieceOf(number: number): fc.Arbitrary<string> {
  const formula = tex(number).chain((formula) =>
    fc.constantFrom(
      ...[`$${formula}$`, `$${formula} $`, `$ ${formula} $`, `$${formula}$2`, `$${formula}`, `${formula}$`],
      ...[`$$${formula}$$`, `$$${formula}`, `＄${formula}＄`, `$\n${formula}\n$`, `\n$$\n${formula}\n$$\n`],
      ...[`\n$$\n${formula}`, `${formula}\n$$\n`, `\\frac{${formula}}2`, `\\begin{align}${formula}`],
      ...[`\\begin{align}\n${formula}\n\\end{align}`, `$$\n\n${formula}\n$$`, `$\\text{${formula} $`],
    ),
  )
  const prose = fc.constantFrom(
    `甲${number}甲，`,
    `甲${number}甲 $5 `,
    `\\$甲${number}甲，`,
    `\`$\`甲${number}甲。`,
  )
  return fc.oneof(formula, prose)
}

const separators = [
  '',
  '',
  ' ',
  '\n',
  '\n\n',
  '\n\n## ',
  '\n\n- ',
  '\n> ',
  '\n\n> ',
  '\n\n```\n$\n```\n\n',
  '*',
  '**',
]

/** An article of pieces, each with a number of its own. */
const article = fc
  .array(fc.constantFrom(...separators), { minLength: 1, maxLength: 10 })
  .chain((chosen) =>
    fc
      .tuple(...chosen.map((_, index) => pieceOf(index)))
      .map((pieces) => pieces.map((piece, index) => (chosen[index] ?? '') + piece).join('')),
  )

test('TeX that is printed as text has a problem in its paragraph, and prose in a formula has one', async () => {
  await fc.assert(
    fc.asyncProperty(article, async (text) => {
      const { problems, visible } = await compile(text)
      for (const [, name = ''] of visible.matchAll(/(?:[$＄]\s*|\\[a-z]+\{)(x\d+q)/g)) {
        const { first, last } = paragraphAt(text, text.indexOf(name))
        const reported = problems.some(({ line }) => first <= line && line <= last)
        expect(reported, `${name} in ${JSON.stringify(text)}`).toBe(true)
      }
      for (const [name] of text.matchAll(/甲\d+甲/g)) {
        const isPrinted = visible.includes(name)
        expect(isPrinted || problems.length > 0, `${name} in ${JSON.stringify(text)}`).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
}, 120_000)

/** Articles with the mistakes that were found on blogs, and the places at which something must be reported. */
const mistakes: Record<string, { text: string; places: string[] }> = {
  'displays on lazy lines of a quote': {
    text: '> 函数：\n> $$\nf(x)\n$$\n> 称为 $w$。即\n> $$\na\n$$\n\n```\ncode\n```\n',
    places: [],
  },
  'prose in a table with pipes in formulas': {
    text: '| $|x|$ | 乙 |\n| - | :---: |\n| A，B，C，D | $\\|x\\|$ |\n',
    places: [],
  },
  'formulas without a space between them': { text: '设 $a$$b$，即 $x$$y$$z$。', places: [] },
  'spaces inside dollars': {
    text: '输出 $z_t $，再与 $h_t $ 拼接\n\n长度为 $ N $ 的\n\n$\nx\n$',
    places: ['1:4', '1:14', '3:5', '5:1'],
  },
  'digits after dollars': { text: '价值是 $-$16，减 1，所以是 $-$15', places: ['1:5', '1:19'] },
  'text in block HTML': { text: '<table><tr><td>甲 $ a$ \\alpha</td></tr></table>', places: ['1:18'] },
  'brackets, if the site does not enable them': {
    text: '\\frac{a}{b} 与 \\alpha',
    places: ['1:1', '1:15'],
  },
  'environments without dollars': {
    text: '\\begin{cases}x\\end{cases}\n\n\\cref{x} 与\n\\pageref{x}',
    // An undefined label is reported when all is compiled.
    places: ['1:1', '4:1'],
  },
  'a fence that is never closed': {
    text: '甲\n\n$$\nx_1\n\n## 标题\n\n```python\nx = 1\n```\n\n乙 $y$\n\n$$\nz\n$$\n',
    places: ['3:1'],
  },
  'escapes of other engines': {
    text: '$x\\_{i}$，$\\\\{1,2\\\\}$，$x\\^2$',
    places: ['1:3', '1:11', '1:17', '1:24'],
  },
  'dollars that are never closed': {
    text: '设 $x 为\n\n设 $$x 为\n\n设 ＄x＄ 为',
    places: ['1:3', '3:3', '5:3'],
  },
  'a statement that is never closed': { text: '甲\n\n:::theorem\n乙\n\n## 丙', places: ['3:1'] },
  titles: {
    text: ':::theorem[甲 $x $]\n:::\n\n:::theorem{title="甲 \\alpha"}\n:::\n\n## 乙 $y',
    places: ['1:14', '4:21', '7:6'],
  },
  prices: { text: '$5 和 $10，A$5，\\$x，甲\n\n`$x `', places: [] },
}

test.each(Object.entries(mistakes))(
  'reports %s at their places, and nothing else',
  async (_, { text, places }) => {
    const { problems } = await compile(text)
    const found = problems.map(({ line, column }) => `${line}:${column}`)
    expect([...new Set(found)].sort()).toEqual(places.sort())
  },
)

test.each(Object.entries(mistakes))(
  'with %s, TeX is printed only where something is reported',
  async (_, { text }) => {
    const { problems, visible } = await compile(text)
    const raw = /\$\$|\$(?![\d ]*\d|x，)|\\[a-z]{2}/.test(visible)
    expect(raw && problems.length === 0).toBe(false)
  },
)
