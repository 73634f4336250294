import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Problem } from './problems/problem'
import { compileText, createTestCompiler } from './test-compile'

// Bad mathematics is never published silently: what readers would see as TeX, or as Markdown of another program, has a problem
// at its place. These tests read the printed text. They share no code with the checks.

/** The text of a page that readers see, without formulas and code. A bar replaces each tag. */
function readVisible(html: string): string {
  return html
    .replace(/\uFFFE\d+\uFFFF/g, '')
    .replace(/<(code|pre|script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, '|')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
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
function articleOf(pieceOf: (number: number) => fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...separators), { minLength: 1, maxLength: 10 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map((_, index) => pieceOf(index)))
        .map((pieces) => pieces.map((piece, index) => (chosen[index] ?? '') + piece).join('')),
    )
}

/** Is a problem reported in the paragraph around a name? */
function isReported(name: string, text: string, problems: readonly Problem[]): boolean {
  const { first, last } = paragraphAt(text, text.indexOf(name))
  return problems.some(({ line }) => first <= line && line <= last)
}

test('TeX that is printed as text has a problem in its paragraph, and prose in a formula has one', async () => {
  const { compile } = createTestCompiler()
  await fc.assert(
    fc.asyncProperty(articleOf(pieceOf), async (text) => {
      const { problems, body } = await compile(text)
      const visible = readVisible(body.page.html.join(''))
      for (const [, name = ''] of visible.matchAll(/(?:[$＄]\s*|\\[a-z]+\{)(x\d+q)/g))
        expect(isReported(name, text, problems), `${name} in ${JSON.stringify(text)}`).toBe(true)
      for (const [name] of text.matchAll(/甲\d+甲/g)) {
        const isPrinted = visible.includes(name)
        expect(isPrinted || problems.length > 0, `${name} in ${JSON.stringify(text)}`).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
}, 120_000)

/** Syntax of Markdown and of other programs, with a name in it. Each block is at the start of a line. */
const blocks: readonly ((name: string) => string)[] = [
  (name) => `::: theorem\n${name}\n:::`,
  (name) => `::: ${name}`,
  (name) => `:::{.${name}}`,
  (name) => `!!! note "${name}"\n    正文`,
  (name) => `??? question ${name}`,
  (name) => `=== "${name}"\n\n    正文`,
  (name) => `> [!note] ${name}\n> 正文`,
  (name) => `> [!theorem]- ${name}\n> 正文`,
  (name) => `##${name}`,
  (name) => `## ${name} {#x}`,
  (name) => `.. ${name}:: x`,
  (name) => `#+title: ${name}`,
  (name) => `*[${name}]: 缩写`,
  (name) => `{% include ${name} %}`,
  (name) => `{{< figure src="${name}" >}}`,
  (name) => `--8<-- "${name}"`,
  (name) => `[TOC]\n${name}`,
  (name) => `| ${name} | 乙 |\n| 丙 | 丁 |`,
  (name) => `- 甲\n- ${name}`,
  (name) => `> ${name}`,
  (name) => `1. ${name}`,
  (name) => `| ${name} | 乙 |\n| - | - |\n| 丙 | 丁 |`,
]

const inlines: readonly ((name: string) => string)[] = [
  (name) => `[[${name}]]`,
  (name) => `![[${name}.png]]`,
  (name) => `[[${name}|别名]]`,
  (name) => `[[甲#${name}|乙]]`,
  (name) => `==${name}==`,
  (name) => `++${name}++`,
  (name) => `^[${name}]`,
  (name) => `[^${name}]`,
  (name) => `%%${name}%%`,
  (name) => `{{ ${name} }}`,
  (name) => `{% ${name} %}`,
  (name) => `[${name}]{.red}`,
  (name) => `文字{:.${name}}`,
  (name) => `[${name}][]`,
  (name) => `[甲][${name}]`,
  (name) => `[${name}](my ${name}.png)`,
  (name) => `[${name}]（https://example.org）`,
  (name) => `[甲] (https://example.org/${name})`,
  (name) => `!(${name})[a.png]`,
  (name) => `** ${name}**`,
  (name) => `**${name} **`,
  (name) => `@fig-${name}`,
  (name) => `\\@ref(eq:${name})`,
  (name) => `{eq}\`${name}\``,
  (name) => `\\(${name}_1\\)`,
  (name) => `$\`${name}\`$`,
  (name) => `**${name}**`,
  (name) => `*${name}*`,
  (name) => `~~${name}~~`,
  (name) => `\`${name}\``,
  (name) => `[${name}](https://example.org)`,
  (name) => `<mark>${name}</mark>`,
  (name) => `<https://example.org/${name}>`,
]

function markdownOf(number: number): fc.Arbitrary<string> {
  const name = `x${number}q`
  return fc.oneof(
    fc.constantFrom(...inlines).map((write) => `甲${write(name)}乙`),
    fc.constantFrom(...blocks).map((write) => `\n\n${write(name)}\n\n`),
  )
}

/** A name with the characters around it that are not space, in a paragraph. */
const named = /([^\s|]?)[ ]?(x\d+q)[ ]?([^\s|]?)/g
const markup = /[[\]{}<>=#%:~^*_`!$\\+"@]/

test('Markdown of another program that is printed as text has a problem in its paragraph', async () => {
  const { compile } = createTestCompiler()
  await fc.assert(
    fc.asyncProperty(articleOf(markdownOf), async (text) => {
      const { problems, body } = await compile(text)
      for (const [found, before = '', name = '', after = ''] of readVisible(body.page.html.join('')).matchAll(
        named,
      ))
        if (markup.test(before + after))
          expect(isReported(name, text, problems), `${found} in ${JSON.stringify(text)}`).toBe(true)
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
    const { problems } = await compileText(text)
    const found = problems.map(({ line, column }) => `${line}:${column}`)
    expect([...new Set(found)].sort()).toEqual(places.sort())
  },
)

test.each(Object.entries(mistakes))(
  'with %s, TeX is printed only where something is reported',
  async (_, { text }) => {
    const { problems, body } = await compileText(text)
    const visible = readVisible(body.page.html.join(''))
    const raw = /\$\$|\$(?![\d ]*\d|x，)|\\[a-z]{2}/.test(visible)
    expect(raw && problems.length === 0).toBe(false)
  },
)
