import { describe, expect, test } from 'vitest'
import { compileText } from '../test-compile'

const mdx = { file: 'content/posts/x.mdx' }

/** Apply all fixes, from the end of the text. */
async function fix(text: string, changes = {}): Promise<string> {
  const { problems } = await compileText(text, changes)
  const fixes = problems.flatMap(({ fix }) => fix ?? []).sort((a, b) => b.start - a.start)
  return fixes.reduce((fixed, { start, end, text }) => fixed.slice(0, start) + text + fixed.slice(end), text)
}

describe('a fix writes what this engine reads', () => {
  test.each([
    ['设 \\(x\\) 与 \\\\(y_1\\\\)。', '设 $x$ 与 $y_1$。'],
    ['\\[\na = b\n\\]', '$$\na = b\n$$'],
    ['::: theorem\n甲\n:::', ':::theorem\n甲\n:::'],
    [
      '\\(\\frac{a}{b}\\) 与 \\[\\begin{aligned}a\\end{aligned}\\]',
      '$\\frac{a}{b}$ 与 $$\\begin{aligned}a\\end{aligned}$$',
    ],
    ['##没有空格', '## 没有空格'],
    ['==`a` 与 $x$==', '<mark>`a` 与 $x$</mark>'],
    ['==重点==', '<mark>重点</mark>'],
    ['$`x`$', '$x$'],
    ['$latex \\alpha$', '$\\alpha$'],
    ['\\begin{cases}a\\end{cases}', '$$\\begin{cases}a\\end{cases}$$'],
  ])('%j → %j', async (text, fixed) => {
    expect(await fix(text)).toBe(fixed)
    expect((await compileText(fixed)).problems).toEqual([])
  })

  test('of a path with a space, in .md and .mdx', async () => {
    expect(await fix('![图](my pic.png "题")')).toBe('![图](<my pic.png> "题")')
    const fixed = await fix('![图](my pic.png)', mdx)
    expect(fixed).toBe('![图](<my pic.png>)')
    expect((await compileText(fixed, mdx)).problems).toMatchObject([
      { rule: 'image', message: 'Found no image at content/posts/my pic.png.' },
    ])
  })
})

test.each([
  ['甲\n\n![](my pic.png)', 3, 1, 'dialect', undefined],
  ['缺[^9]。', 1, 2, 'footnote', 'warning'],
  ['甲\n\n[^1]: 乙', 3, 1, 'footnote', 'warning'],
  ['甲\n\n<LogisticMap r={3.2} />', 3, 1, 'component', undefined],
  ['甲\n\n:::theorem\n乙\n\n丙', 3, 1, 'unclosed', undefined],
  ['## 标题 {#id}', 1, 7, 'dialect', 'warning'],
  ['甲\n\n> [!note]\n> 乙', 3, 3, 'dialect', 'warning'],
  ['[[链接]]', 1, 1, 'dialect', 'warning'],
  ['设 \\(\\alpha\\)，即 \\(\\frac{a}{b}', 1, 3, 'dialect', 'warning'],
  ['甲\n\n\\[\nx\n- y\n\\]', 3, 1, 'dialect', 'warning'],
  ['$a$\n\n<p>\\cite{x}</p>', 3, 4, 'tex', undefined],
])('%j has one problem, with its place', async (text, line, column, rule, severity) => {
  const { problems } = await compileText(text)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ line, column, rule, ...(severity && { severity }) })
  expect(problems[0]?.severity).toBe(severity)
})

describe('in .mdx, a mistake is named, with its place', () => {
  test.each([
    ['甲\n\n乙 <!-- x --> 丙', 3, 3, 'HTML comment', '{/* … */}'],
    ['甲<br>乙', 1, 2, '<br> without a slash', '<br/>'],
    ['甲\n\n<div>\n\n乙', 3, 1, '<div> without its end tag', '</div>'],
    ['甲 <b>乙\n\n丙</b>', 1, 3, '<b> without its end tag', '</b>'],
    ['甲\n\n</div>', 3, 2, 'end tag without its start tag', 'Remove'],
    ['见 <https://example.org>', 1, 3, 'address between < and >', '[text](https://example.org)'],
    ['若 a <5', 1, 5, '< before 5', '\\<'],
    ['## 甲 {#id}', 1, 6, '{#id}: an attribute list', 'Remove it'],
    ['甲\n\n{% raw %}', 3, 1, '{% raw %}: a tag of Jekyll', 'Write Markdown'],
    [
      '甲\n\n\\begin{align}\nx &= {\\beta}',
      3,
      1,
      '\\begin{align} without its \\end{align}',
      'Add \\end{align}',
    ],
    ['\\begin{align}\nx_{1}', 1, 1, '\\begin{align} without its \\end{align}', 'Add \\end{align}'],
    ['甲\n\n\\usepackage{amsmath}', 3, 1, '\\usepackage', 'packages cannot be loaded'],
    ['甲 \\(x_{1}\\)', 1, 3, '\\(x_{1}\\)', 'Write $…$'],
    ['x^{\\alpha}', 1, 3, '{\\alpha}', 'dollars'],
  ])('%j', async (text, line, column, message, hint) => {
    const { problems } = await compileText(text, mdx)
    expect(problems).toMatchObject([
      { line, column, message: expect.stringContaining(message), hint: expect.stringContaining(hint) },
    ])
  })
})
