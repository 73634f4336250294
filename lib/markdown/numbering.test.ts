import type { Root } from 'hast'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { messages } from '../i18n'
import { createTypesetters } from './formula'
import { plainNumber } from './label'
import { fillLate } from './late'
import { readNumbering } from './numbering'
import { rehypeNumbers } from './rehype-numbers'
import { remarkMathSyntax } from './remark-math-syntax'
import { remarkStatements } from './remark-statements'
import { readDisplay } from './tex'

// What LaTeX with amsmath prints at the right edge, for the source beside it. Each case is LaTeX as it stands (but for
// sections, which are headings here); the numbers come from the rules of amsldoc, chapter 3, and of LaTeX's equation
// counter: `-` is a row without a number. One rule is not LaTeX's: a `\\` after the last row opens no empty row with a
// number, which nobody wants.

const typeset = createTypesetters()({})

/** Every row's number, `-` for none; and what each label refers to. */
async function numbersOf(source: string, numbering?: unknown) {
  const file = new VFile({ value: source })
  const processor = unified()
    .use(remarkParse)
    .use(remarkMath)
    .use(remarkMathSyntax, { brackets: false })
    .use(remarkStatements)
    .use(remarkRehype)
    .use(rehypeNumbers, {
      numbering: readNumbering(numbering) ?? { start: 1, continues: false, bySection: false },
      theorems: 'together',
      names: messages('en').statements,
      typeset,
    })
  const tree = (await processor.run(processor.parse(file), file)) as Root
  const numbers: string[] = []
  visit(tree, 'element', ({ data }) => {
    const { equation } = data ?? {}
    if (!equation?.display) return
    let next = 0
    for (const row of readDisplay(equation.katex).rows) {
      const mark = row.tags.length > 0 ? equation.marks[next++] : undefined
      numbers.push(mark?.kind === 'number' ? show(mark.number) : '-')
    }
  })
  const labels = (file.data.labels ?? []).map(({ name, number }) => `${name}=${show(number)}`)
  return { numbers: numbers.join(' '), labels: labels.join(' '), problems: file.data.problems ?? [] }
}

/** A continuing article's own number, as `+3`: the series adds what stands before. */
function show(number: string): string {
  return fillLate(plainNumber(number), (value) => (value.kind === 'number' ? `+${value.n}` : ''))
}

type Case = readonly [latex: string, numbers: string, labels?: string]

const eq = (body: string) => `\\begin{equation}${body}\\end{equation}`

const cases: Record<string, readonly Case[]> = {
  'one equation': [
    [eq('a'), '1'],
    [`${eq('a')}\n\n${eq('b')}`, '1 2'],
    ['\\begin{equation*}a\\end{equation*}', '-'],
    [`\\begin{equation*}a\\end{equation*}\n\n${eq('b')}`, '- 1'],
    ['$$a$$', '-'],
    [`$$a$$\n\n${eq('b')}`, '- 1'],
    [eq('a\\notag'), '-'],
    [eq('a\\nonumber'), '-'],
    [`${eq('a\\notag')}\n\n${eq('b')}`, '- 1'],
    [eq('\\begin{split}a&=b\\\\&=c\\end{split}'), '1'],
    [eq('\\begin{aligned}a&=b\\end{aligned}'), '1'],
    [eq('\\begin{cases}a\\end{cases}'), '1'],
    [`$x$ ${eq('a')} $y$ ${eq('b')}`, '1 2'],
  ],
  tags: [
    [eq('a\\tag{A}'), 'A'],
    [eq('a\\tag*{A}'), 'A'],
    [`${eq('a\\tag{A}')}\n\n${eq('b')}`, 'A 1'],
    [`${eq('a')}\n\n${eq('b\\tag{A}')}\n\n${eq('c')}`, '1 A 2'],
    ['\\begin{equation*}a\\tag{A}\\end{equation*}', 'A'],
    ['$$a\\tag{7}$$', '7'],
    [`$$a\\tag{7}$$\n\n${eq('b')}`, '7 1'],
    [eq("a\\tag{1$'$}"), '1′'],
    [eq('a\\tag{$\\ast$}'), '∗'],
    [eq('\\tag{A}a'), 'A'],
    ["\\begin{align}a\\tag{A}\\\\b\\tag{$1'$}\\\\c\\end{align}", 'A 1′ 1'],
    ['\\begin{align*}a\\tag{A}\\\\b\\end{align*}', 'A -'],
    ['\\begin{gather*}a\\\\b\\tag{B}\\end{gather*}', '- B'],
  ],
  'rows of align': [
    ['\\begin{align}a&=b\\end{align}', '1'],
    ['\\begin{align}a&=b\\\\c&=d\\end{align}', '1 2'],
    ['\\begin{align}a&=b\\\\c&=d\\\\\\end{align}', '1 2'],
    ['\\begin{align}a&=b\\notag\\\\c&=d\\end{align}', '- 1'],
    ['\\begin{align}a&=b\\\\c&=d\\notag\\\\e&=f\\end{align}', '1 - 2'],
    ['\\begin{align}\\notag a&=b\\\\c&=d\\nonumber\\end{align}', '- -'],
    ['\\begin{align*}a&=b\\\\c&=d\\end{align*}', '- -'],
    ['\\begin{align}a&=b\\\\[2pt]c&=d\\end{align}', '1 2'],
    ['\\begin{align}a&=b\\\\*c&=d\\end{align}', '1 2'],
    ['\\begin{align}a&=\\left\\{\\begin{array}{l}x\\\\y\\end{array}\\right.\\\\c&=d\\end{align}', '1 2'],
    ['\\begin{align}\\substack{a\\\\b}\\\\c&=d\\end{align}', '1 2'],
    ['\\begin{align}a&=b % \\notag\n\\\\c&=d\\end{align}', '1 2'],
    ['\\begin{align}a&=b\\end{align}\n\n\\begin{align}c&=d\\\\e&=f\\end{align}', '1 2 3'],
  ],
  'gather, alignat, eqnarray, multline': [
    ['\\begin{gather}a\\\\b\\end{gather}', '1 2'],
    ['\\begin{gather*}a\\\\b\\end{gather*}', '- -'],
    ['\\begin{gather}a\\notag\\\\b\\end{gather}', '- 1'],
    ['\\begin{alignat}{2}a&=b&c&=d\\\\e&=f&g&=h\\end{alignat}', '1 2'],
    ['\\begin{alignat*}{2}a&=b&c&=d\\end{alignat*}', '-'],
    ['\\begin{eqnarray}a&=&b\\\\c&=&d\\end{eqnarray}', '1 2'],
    ['\\begin{eqnarray}a&=&b\\nonumber\\\\c&=&d\\end{eqnarray}', '- 1'],
    ['\\begin{eqnarray*}a&=&b\\end{eqnarray*}', '-'],
    ['\\begin{multline}a\\\\b\\\\c\\end{multline}', '- - 1'],
    ['\\begin{multline*}a\\\\b\\end{multline*}', '- -'],
    ['\\begin{multline}a\\\\b\\notag\\end{multline}', '- -'],
    ['\\begin{multline}a\\\\b\\tag{M}\\end{multline}', '- M'],
    ['\\begin{CD}A @>>> B\\end{CD}', '-'],
  ],
  labels: [
    [eq('a\\label{x}'), '1', 'x=1'],
    [eq('\\label{x}a'), '1', 'x=1'],
    ['\\begin{align}a\\label{x}\\\\b\\label{y}\\end{align}', '1 2', 'x=1 y=2'],
    ['\\begin{align}a\\notag\\\\b\\label{y}\\end{align}', '- 1', 'y=1'],
    [eq('a\\tag{A}\\label{x}'), 'A', 'x=A'],
    ['$$a\\label{x}$$', '1', 'x=1'],
    ['$$a\\label{x}\\tag{A}$$', 'A', 'x=A'],
    ['\\begin{multline}a\\label{x}\\\\b\\end{multline}', '- 1', 'x=1'],
    [eq('\\begin{split}a\\label{x}\\end{split}'), '1', 'x=1'],
    ['\\begin{align}a\\label{eq:中文 标签}\\end{align}', '1', 'eq:中文 标签=1'],
  ],
  subequations: [
    [`\\begin{subequations}${eq('a')}${eq('b')}\\end{subequations}`, '1a 1b'],
    [`${eq('x')}\\begin{subequations}${eq('a')}${eq('b')}\\end{subequations}${eq('y')}`, '1 2a 2b 3'],
    ['\\begin{subequations}\\begin{align}a\\\\b\\notag\\\\c\\end{align}\\end{subequations}', '1a - 1b'],
    [`\\begin{subequations}\\label{s}${eq('a\\label{a}')}\\end{subequations}`, '1a', 's=1 a=1a'],
    [`\\begin{subequations}${eq('a\\tag{A}')}${eq('b')}\\end{subequations}`, 'A 1a'],
    [`\\begin{subequations}${eq('a')}\n\n文字\n\n${eq('b')}\\end{subequations}`, '1a 1b'],
    [
      `\\begin{subequations}${eq('a')}\\end{subequations}\\begin{subequations}${eq('b')}\\end{subequations}`,
      '1a 2a',
    ],
  ],
}

describe.each(Object.entries(cases))('%s', (_, group) => {
  for (const [latex, expected, labels] of group) {
    test(`${latex} → ${expected}`, async () => {
      const found = await numbersOf(latex)
      expect(found.problems).toEqual([])
      expect(found.numbers).toBe(expected)
      if (labels !== undefined) expect(found.labels).toBe(labels)
    })
  }
})

test('there are at least sixty cases', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(60)
})

describe('the field numbering', () => {
  const two = `## 一\n\n${eq('a')}\n\n## 二\n\n${eq('b')}\n\n${eq('c')}`

  // \setcounter{equation}{49}
  test('starts the counter', async () => {
    expect((await numbersOf(two, { start: 50 })).numbers).toBe('50 51 52')
  })

  // \numberwithin{equation}{section}
  test('prefixes by section, and begins anew in each', async () => {
    expect((await numbersOf(two, { by: 'section' })).numbers).toBe('1.1 2.1 2.2')
  })

  test('prefixes subequations and theorems too', async () => {
    const source = `## 一\n\n\\begin{subequations}${eq('a')}\\end{subequations}\n\n## 二\n\n:::theorem{#t}\nx\n:::`
    const { numbers, labels } = await numbersOf(source, { by: 'section' })
    expect([numbers, labels]).toEqual(['1.1a', 't=2.1'])
  })

  test('leaves to the series what it continues', async () => {
    expect((await numbersOf(two, 'continue')).numbers).toBe('+1 +2 +3')
  })

  test.each([['next'], [{ start: 'x' }], [{ by: 'page' }], [{ start: 2, by: 'section' }], [3]])(
    'refuses %j',
    (value) => expect(readNumbering(value)).toBeUndefined(),
  )
})

describe('statements', () => {
  const source = [':::theorem{#a}\nx\n:::', ':::lemma{#b}\nx\n:::', ':::theorem{#c}\nx\n:::'].join('\n\n')

  test('share a counter', async () => {
    expect((await numbersOf(source)).labels).toBe('a=1 b=2 c=3')
  })

  test('figures and tables count by themselves', async () => {
    const figures = [':::figure{#f title="x"}\nx\n:::', ':::table{#t title="x"}\nx\n:::'].join('\n\n')
    expect((await numbersOf(`${source}\n\n${figures}`)).labels).toBe('a=1 b=2 c=3 f=1 t=1')
  })
})
