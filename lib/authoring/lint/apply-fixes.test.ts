import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readBibliography } from '../../markdown/bibliography/bibliography'
import { compileArticle } from '../../markdown/compile-article'
import { plainNumbering } from '../../markdown/numbering/numbering'
import type { Fix, Problem } from '../../markdown/problems/problem'
import { createTypesetters } from '../../markdown/tex/katex/formula'
import { testSite } from '../../site/test-site'
import { openStore } from '../../store/store'
import { applyFixes, safeFixes } from './apply-fixes'

/** Compile a file, apply its fixes, and return its problems and its new content. */
async function fix(content: string): Promise<{ problems: Problem[]; content: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'x.md')
  writeFileSync(file, content)
  const source = { file, text: content, folder: 'posts', url: '/posts/x', lang: 'zh-CN' as const }
  const article = await compileArticle(
    { ...source, macros: {}, numbering: plainNumbering },
    createTypesetters()({}),
    {
      settings: testSite,
      store: openStore(folder),
      bodies: folder,
      components: [],
      bibliography: readBibliography('', ''),
      bibliographyVersion: '',
      version: '',
    },
  )
  const problems = article.file.data.problems ?? []
  applyFixes(problems, testSite)
  return { problems, content: readFileSync(file, 'utf8') }
}

const table = '| $|x|$ | 乙 | 丙 |\n| - | :-----: | - |\n| A，B，C，D | $\\|v\\|$ | 甲 |\n'

describe.each([
  ['LF', (text: string) => text],
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['CR', (text: string) => text.replaceAll('\n', '\r')],
  ['CRLF and a byte order mark', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
])('in a file with %s', (_, convert) => {
  test('leaves prose in a table with pipes in formulas alone', async () => {
    const content = convert(`甲\n\n${table}`)
    expect(await fix(content)).toEqual({ problems: [], content })
  })

  test('changes what a problem names, and nothing else', async () => {
    const text = `甲，\n\n${table}\n> 引，$a，b$\n> 这是** 粗体**的\n`
    const fixed = await fix(convert(text))
    expect(fixed.problems.map(({ line, column }) => [line, column])).toEqual([
      [7, 7],
      [8, 5],
    ])
    expect(fixed.content).toBe(convert(text.replace('$a，b$', '$a,b$').replace('** 粗体**', '**粗体**')))
  })
})

test('fixes a formula in each row of a table', async () => {
  const rows = '| $a，b$ | $|x|$ |\n| ------- | - |\n| $|x|$ | $c；d$ |\n'
  expect((await fix(rows)).content).toBe(rows.replace('a，b', 'a,b').replace('c；d', 'c;d'))
})

test.each([
  ['输出 $z_t $，再与 $h_t $ 拼接', '输出 $z_t$，再与 $h_t$ 拼接'],
  ['价值是 $-$16，减 1，所以是 $-$15', '价值是 $-16$，减 1，所以是 $-15$'],
  ['长度为 $ N $ 的', '长度为 $N$ 的'],
  ['长度为\n$\nN\n$\n的', '长度为\n$N$\n的'],
  ['设 ＄x＄ 与 ＄5', '设 $x$ 与 ＄5'],
  ['设 $$x$$ 为 $$y$$ 与 $$z$$ 之和，> $$w$$', '设 $x$ 为 $y$ 与 $z$ 之和，> $w$'],
  ["称为 ``引号'' 与 `代码`", '称为 “引号” 与 `代码`'],
  ['| $ a $ | b |\n| - | - |\n| $|x|$ | $c $ |', '| $a$ | b |\n| - | - |\n| $|x|$ | $c$ |'],
  ['$x\\_{i}$ 与 $\\\\{1,2\\\\}$ 与 $a &lt; b$', '$x_{i}$ 与 $\\{1,2\\}$ 与 $a < b$'],
])('fixes %j', async (before, after) => {
  const fixed = await fix(before)
  expect(fixed.content).toBe(after)
  expect((await fix(after)).problems).toEqual([])
})

test.each([
  '一 $ 与两 $ 之间',
  '设 $x $和$y$的',
  '价格 $5 和 $10',
  '是 $x$2',
  '$the word $',
  '$d\\_model$',
  '> $\n> x\n> y\n> $',
])('leaves %j to the author', async (text) => {
  expect((await fix(text)).content).toBe(text)
})

describe('a fix is not applied', () => {
  const replacement = (start: number, found: string, text: string): Fix => ({
    start,
    end: start + found.length,
    found,
    text,
  })

  test('where the file contains another text', () => {
    expect(safeFixes('x.md', '$a，b$', [replacement(1, '，', ',')], testSite)).toEqual([])
  })

  test('if it overlaps an earlier one', () => {
    const first = replacement(0, '甲乙', '甲')
    expect(safeFixes('x.md', '甲乙丙', [first, replacement(1, '乙丙', '丙')], testSite)).toEqual([first])
  })

  test('if it changes a formula elsewhere', () => {
    const text = '甲 $a $b$ 丙 $c，d$'
    const safe = replacement(text.indexOf('，'), '，', ',')
    expect(safeFixes('x.md', text, [replacement(2, '$a $', '$a$'), safe], testSite)).toEqual([safe])
  })
})
