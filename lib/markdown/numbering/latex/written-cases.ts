import { equation } from './environments'

/** LaTeX source, the numbers of its rows, `-` for a row without one, and the numbers of its labels. */
export type Case = readonly [latex: string, numbers: string, labels?: string]

/**
 * The rules of amsmath, by group. The numbers follow from amsldoc, chapter 3, and the rules of LaTeX's equation counter;
 * `latex.test.ts` compares them with LaTeX. There are two exceptions: `$$…$$` with a label has a number, and a `\\` after the
 * last row starts no empty row with a number.
 */
export const writtenCases: Record<string, readonly Case[]> = {
  'one equation': [
    [equation('a'), '1'],
    [`${equation('a')}\n\n${equation('b')}`, '1 2'],
    ['\\begin{equation*}a\\end{equation*}', '-'],
    [`\\begin{equation*}a\\end{equation*}\n\n${equation('b')}`, '- 1'],
    ['$$a$$', '-'],
    [`$$a$$\n\n${equation('b')}`, '- 1'],
    [equation('a\\notag'), '-'],
    [equation('a\\nonumber'), '-'],
    [`${equation('a\\notag')}\n\n${equation('b')}`, '- 1'],
    [equation('\\begin{split}a&=b\\\\&=c\\end{split}'), '1'],
    [equation('\\begin{aligned}a&=b\\end{aligned}'), '1'],
    [equation('\\begin{cases}a\\end{cases}'), '1'],
    [`$x$ ${equation('a')} $y$ ${equation('b')}`, '1 2'],
  ],
  tags: [
    [equation('a\\tag{A}'), 'A'],
    [equation('a\\tag*{A}'), 'A'],
    [`${equation('a\\tag{A}')}\n\n${equation('b')}`, 'A 1'],
    [`${equation('a')}\n\n${equation('b\\tag{A}')}\n\n${equation('c')}`, '1 A 2'],
    ['\\begin{equation*}a\\tag{A}\\end{equation*}', 'A'],
    ['$$a\\tag{7}$$', '7'],
    [`$$a\\tag{7}$$\n\n${equation('b')}`, '7 1'],
    [equation("a\\tag{1$'$}"), '1′'],
    [equation('a\\tag{$\\ast$}'), '∗'],
    [equation('\\tag{A}a'), 'A'],
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
    [equation('a\\label{x}'), '1', 'x=1'],
    [equation('\\label{x}a'), '1', 'x=1'],
    ['\\begin{align}a\\label{x}\\\\b\\label{y}\\end{align}', '1 2', 'x=1 y=2'],
    ['\\begin{align}a\\notag\\\\b\\label{y}\\end{align}', '- 1', 'y=1'],
    [equation('a\\tag{A}\\label{x}'), 'A', 'x=A'],
    ['$$a\\label{x}$$', '1', 'x=1'],
    ['$$a\\label{x}\\tag{A}$$', 'A', 'x=A'],
    ['\\begin{multline}a\\label{x}\\\\b\\end{multline}', '- 1', 'x=1'],
    [equation('\\begin{split}a\\label{x}\\end{split}'), '1', 'x=1'],
    ['\\begin{align}a\\label{eq:中文 标签}\\end{align}', '1', 'eq:中文 标签=1'],
  ],
  subequations: [
    [`\\begin{subequations}${equation('a')}${equation('b')}\\end{subequations}`, '1a 1b'],
    [
      `${equation('x')}\\begin{subequations}${equation('a')}${equation('b')}\\end{subequations}${equation('y')}`,
      '1 2a 2b 3',
    ],
    ['\\begin{subequations}\\begin{align}a\\\\b\\notag\\\\c\\end{align}\\end{subequations}', '1a - 1b'],
    [`\\begin{subequations}\\label{s}${equation('a\\label{a}')}\\end{subequations}`, '1a', 's=1 a=1a'],
    [`\\begin{subequations}${equation('a\\tag{A}')}${equation('b')}\\end{subequations}`, 'A 1a'],
    [`\\begin{subequations}${equation('a')}\n\n文字\n\n${equation('b')}\\end{subequations}`, '1a 1b'],
    [
      `\\begin{subequations}${equation('a')}\\end{subequations}\\begin{subequations}${equation('b')}\\end{subequations}`,
      '1a 2a',
    ],
  ],
}
