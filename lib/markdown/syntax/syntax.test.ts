import fc from 'fast-check'
import type { Root } from 'mdast'
import type {} from 'mdast-util-math'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { remarkMathSyntax } from '../remark/remark-math-syntax'
import { remarkTableFormulas } from '../remark/remark-table-formulas'

const markdown = unified().use(remarkParse).use(remarkGfm)
const withMath = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkMathSyntax, { brackets: false })
const withMdx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkMathSyntax, { brackets: false })
  .use(remarkMdx)

function formulas(tree: Root): { value: string; display: boolean }[] {
  const found: { value: string; display: boolean }[] = []
  visit(tree, (node) => {
    if (node.type !== 'inlineMath' && node.type !== 'math') return
    const display = JSON.stringify(node.data).includes('math-display')
    found.push({ value: node.value, display })
  })
  return found
}

// Characters with a meaning in Markdown, MDX or TeX. Braces are in pairs, as KaTeX requires.
const piece = fc.constantFrom(
  ...['a', '0', '甲', '_', '*', '**', '<', '>', '<b', '</i>', '&', '~', '`', '#', '-', '+', '=', '!'],
  ...[
    '[',
    ']',
    '(',
    ')',
    '[u](v)',
    '\\{',
    '\\}',
    '\\\\',
    '\\_',
    '\\$',
    '\\frac',
    '{x}',
    '{',
    '}',
    ' ',
    '&lt;',
  ],
  ...['\\text{若 $y$}', 'http://a.b', '@', ':', '"', "'", ',', '{/* x */}', '<!--', '^', '\\alpha '],
)
const tex = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text === text.trim() && !/(^|[^\\])(\\\\)*\\$/.test(text) && !/^\d/.test(text))
  .filter(isBalanced)

function isBalanced(text: string): boolean {
  let depth = 0
  for (const [token] of text.matchAll(/\\[\s\S]|[{}]/g)) {
    if (token === '{') depth++
    if (token === '}' && --depth < 0) return false
  }
  return depth === 0
}

const line = fc.oneof(
  tex,
  tex.map((text) => `- ${text}`),
  tex.map((text) => `> ${text}`),
  tex.map((text) => `# ${text}`),
)
const lines = fc.array(line, { minLength: 1, maxLength: 4 })

const inlineContexts: Record<string, (formula: string) => string> = {
  'a paragraph': (formula) => `前 ${formula} 后`,
  'no space around': (formula) => `前${formula}后`,
  'a list': (formula) => `- 项 ${formula}\n- 二`,
  'a quote': (formula) => `> 引 ${formula}`,
  'a heading': (formula) => `## 标题 ${formula}`,
  'strong text': (formula) => `**粗 ${formula} 体**`,
  'a link': (formula) => `[链 ${formula} 接](/x)`,
  'a footnote': (formula) => `注[^1]\n\n[^1]: 脚 ${formula}`,
  'a table cell': (formula) => `| 头 |\n|---|\n| ${formula} |`,
}

const displayContexts: Record<string, (lines: string[]) => string> = {
  'separate lines': (lines) => lines.join('\n'),
  'a paragraph': (lines) => `前 ${lines.join('\n')} 后`,
  'after a line': (lines) => `前\n${lines.join('\n')}后\n再`,
  'a list': (lines) => `- 项\n  ${lines.join('\n  ')}\n- 二`,
  'a quote': (lines) => `> 引\n> ${lines.join('\n> ')}\n> 末`,
  'a footnote': (lines) => `注[^1]\n\n[^1]: 脚\n    ${lines.join('\n    ')}`,
}

describe.each([
  ['.md', withMath],
  ['.mdx', withMdx],
])('in %s, a formula is parsed to its source', (_, processor) => {
  test.each(Object.entries(inlineContexts))('inline, in %s', (_, context) => {
    fc.assert(
      fc.property(tex, (text) => {
        expect(formulas(processor.parse(context(`$${text}$`)))).toEqual([{ value: text, display: false }])
      }),
      { numRuns: 150 },
    )
  })

  test.each(Object.entries(displayContexts))('between two dollars, in %s', (_, context) => {
    fc.assert(
      fc.property(lines, (rows) => {
        const [first, ...rest] = [...rows.slice(0, -1), `${rows.at(-1)}$$`]
        const tree = processor.runSync(processor.parse(context([`$$${first}`, ...rest]))) as Root
        expect(formulas(tree)).toEqual([{ value: rows.join('\n'), display: true }])
      }),
      { numRuns: 100 },
    )
  })

  test.each(Object.entries(displayContexts))('in an environment, in %s', (_, context) => {
    fc.assert(
      fc.property(lines, (rows) => {
        const source = ['\\begin{align}', ...rows, '\\end{align}']
        const tree = processor.runSync(processor.parse(context(source))) as Root
        expect(formulas(tree)).toEqual([{ value: source.join('\n'), display: true }])
      }),
      { numRuns: 100 },
    )
  })
})

test('Markdown without our syntax is parsed as without our plugins', () => {
  const token = fc.constantFrom(
    ...[
      'a',
      '甲',
      ' ',
      '\n',
      '\n\n',
      '*',
      '**',
      '_',
      '`',
      '```',
      '#',
      '- ',
      '1. ',
      '> ',
      '|',
      '|-|',
      '[',
      ']',
    ],
    ...[
      '(',
      ')',
      '!',
      '<',
      '>',
      '<b>',
      '\\',
      '\\*',
      '{',
      '}',
      ':',
      '::',
      '@',
      '&amp;',
      '---',
      '===',
      '~~',
      '\t',
    ],
    ...['[^1]', '[^1]: ', 'http://a.b', '    ', '\\begin', '\\end{x}', '\\(', '\\[', 'eqref{a}', '10:30'],
  )
  fc.assert(
    fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
      const source = tokens.join('')
      fc.pre(!/\$|\\begin\{|\[@|\\(eqref|ref|autoref|cref)\b/.test(source))
      expect(withMath.runSync(withMath.parse(source))).toEqual(markdown.runSync(markdown.parse(source)))
    }),
    { numRuns: 1500 },
  )
})

describe('money', () => {
  test.each([
    '价格 $5 和 $10',
    '$5、$6 与 $7。',
    '一 $ 与两 $ 之间',
    '\\$5 与 \\$6',
    '$20,000 and $30,000',
    '收 $100',
  ])('%s', (text) => expect(formulas(withMath.parse(text))).toEqual([]))

  test('beside a formula', () => {
    expect(formulas(withMath.parse('花 $5 买 $x$ 个，\\$7 买 $y$ 个'))).toEqual([
      { value: 'x', display: false },
      { value: 'y', display: false },
    ])
  })
})

describe('formulas that follow each other without a space', () => {
  test.each([
    ['设 $a$$b$。', ['a', 'b']],
    ['设 $a$$b$，即 $x$$y$$z$。', ['a', 'b', 'x', 'y', 'z']],
    ['设 $a$$$b$$ 与 $$c$$$d$', ['a', 'b', 'c', 'd']],
    ['| $a$$|b|$ |\n| - |', ['a', '|b|']],
    ['**$a$$b$**', ['a', 'b']],
    ['$a$$5', ['a']],
  ])('%s', (text, expected) => {
    const tree = withMath().use(remarkTableFormulas)
    expect(formulas(tree.parse(text)).map(({ value }) => value)).toEqual(expected)
  })

  test('are parsed to their sources', () => {
    fc.assert(
      fc.property(fc.array(tex, { minLength: 1, maxLength: 5 }), (texts) => {
        const text = texts.map((formula) => `$${formula}$`).join('')
        expect(formulas(withMath.parse(`前 ${text} 后`)).map(({ value }) => value)).toEqual(texts)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a formula that is never closed ends', () => {
  test.each([
    ['before a heading', '$$\nx\n# 标题\n\n$$\ny\n$$'],
    ['before code', '$$\nx\n```\n$$\n```\n\n$$\ny\n$$'],
    ['before prose after a blank line', '$$\nx\n\n正文\n\n$$\ny\n$$'],
    ['before a list after a blank line', '$$\nx\n\n- 项\n\n$$\ny\n$$'],
    ['after a sentence and a blank line', '$$\n正文，\n\n$$\ny\n$$'],
    ['if it is empty', '$$\n\n$$\ny\n$$'],
    ['with its quote', '> $$\n> x\n\n$$\ny\n$$'],
    ['before a heading, if it is an environment', '\\begin{align}\nx\n\n# 标题\n\n$$\ny\n$$'],
  ])('%s', (_, text) => {
    expect(formulas(withMath.parse(text)).map(({ value }) => value.trim())).toEqual(['y'])
  })

  test('not at a blank line before more TeX', () => {
    expect(formulas(withMath.parse('$$\nx\n\n=y\n$$')).map(({ value }) => value)).toEqual(['\nx\n\n=y\n'])
  })
})

describe('brackets', () => {
  const withBrackets = unified().use(remarkParse).use(remarkMath).use(remarkMathSyntax, { brackets: true })

  test('are escaped brackets, unless the site enables them', () => {
    expect(formulas(withMath.parse('\\(x\\) \\[y\\]'))).toEqual([])
    expect(formulas(withBrackets.parse('\\(x\\) 与\n\\[\n- y\n\\]'))).toEqual([
      { value: 'x', display: false },
      { value: '\n- y\n', display: true },
    ])
  })
})

test('a paragraph never continues after a blank line', () => {
  const tree = withMath.parse('甲 $x$2\n$$\nu\n$$\n\n$$\ny\n$$\n\n- 项\n\n$$\nv\n$$\n\n$$\nw')
  expect(formulas(tree).map(({ value }) => value.trim())).toEqual(['u', 'y', 'v'])
})

test('a formula that is not closed remains text, and does not affect blocks after a blank line', () => {
  const tree = withMath.parse('甲 $$x\n\n- 项\n- 二')
  expect(formulas(tree)).toEqual([])
  expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'list'])
})

test('text after a display without a blank line is in the same paragraph', () => {
  const tree = withMath.runSync(withMath.parse('有\n$$\nx\n$$\n根据\n\n另起')) as Root
  expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph'])
})

test('a link whose text starts with @ remains a link', () => {
  const tree = withMath.parse('[@a](/x) [@b]\n\n[@b]: /y')
  expect(JSON.stringify(tree)).not.toContain('"citation"')
})
