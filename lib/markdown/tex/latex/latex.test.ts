import { describe, expect, test } from 'vitest'
import { createTypesetters } from '../katex/formula'

// Each case is TeX that LaTeX reads, and TeX that KaTeX reads by itself: both give the same MathML. Where LaTeX rejects the
// TeX, or where no equivalent exists, the case is the error.

const createTypesetter = createTypesetters()

function typeset(tex: string, macros: Record<string, string> = {}) {
  return createTypesetter(macros)({ source: tex, katex: tex, display: true })
}

/** The MathML of a formula, without the author's TeX. */
function picture(tex: string, macros?: Record<string, string>): string {
  const { formula, error } = typeset(tex, macros)
  expect(error).toBeUndefined()
  return formula.mathml.replace(/<annotation[\s\S]*/, '')
}

type Same = readonly [latex: string, katex: string]

const same: Readonly<Record<string, readonly Same[]>> = {
  'new-command.ts': [
    ['\\newcommand{\\R}{\\mathbb{R}}\\R', '\\mathbb{R}'],
    ['\\newcommand{\\argmax}{\\mathrm{arg\\,max}}\\argmax', '\\mathrm{arg\\,max}'],
    ['\\newcommand{\\bm}[1]{\\boldsymbol{#1}}\\bm{x}', '\\boldsymbol{x}'],
    ['\\newcommand{\\Set}[1]{\\{#1\\}}\\Set{x}', '\\{x\\}'],
    ['\\newcommand{\\dv}[1]{#1^2}\\dv{x}', 'x^2'],
    ['\\DeclareMathOperator*{\\argmax}{arg\\,max}\\argmax_x', '\\operatorname*{arg\\,max}_x'],
    ['\\DeclareMathOperator\\rank{rank}\\rank A', '\\operatorname{rank}A'],
    ['\\newcommand\\foo[2][x]{#1#2}\\foo{a}\\foo[b]{a}', 'xaba'],
    ['\\newcommand\\foo[1][x]{#1^2}\\foo\\foo[y]', 'x^2y^2'],
    ['\\newcommand{\\foo}[3][{]}]{#1#2#3}\\foo{a}{b}', ']ab'],
    ['\\newcommand*{\\foo}[1]{#1^2}\\foo{a}', 'a^2'],
    ['\\newcommand* \\foo [1] {#1^2}\\foo{a}', 'a^2'],
    ['\\providecommand{\\alpha}{x}\\alpha', '\\alpha'],
    ['\\providecommand*{\\foo}{x}\\foo', 'x'],
    ['\\renewcommand*{\\alpha}{x}\\alpha', 'x'],
    ['\\DeclareRobustCommand{\\foo}{x}\\foo', 'x'],
  ],
  'paired-delimiters.ts': [
    ['\\DeclarePairedDelimiter\\abs{\\lvert}{\\rvert}\\abs{x}', '\\mathopen{\\lvert}x\\mathclose{\\rvert}'],
    [
      '\\DeclarePairedDelimiter{\\abs}{\\lvert}{\\rvert}\\abs*{\\frac12}',
      '\\left\\lvert\\frac12\\right\\rvert',
    ],
    ['\\DeclarePairedDelimiter\\abs{\\lvert}{\\rvert}\\abs[\\Big]{x}', '\\Bigl\\lvert x\\Bigr\\rvert'],
    [
      '\\DeclarePairedDelimiterX\\inner[2]{\\langle}{\\rangle}{#1,#2}\\inner*{x}{y}',
      '\\left\\langle x,y\\right\\rangle',
    ],
    [
      '\\DeclarePairedDelimiterX\\set[2]{\\{}{\\}}{#1\\,\\delimsize\\vert\\,#2}\\set*{x}{y}',
      '\\left\\{x\\,\\middle\\vert\\,y\\right\\}',
    ],
  ],
  'columns.ts': [
    ['\\begin{array}{r@{}l}a&b\\end{array}', '\\begin{array}{rl}a&b\\end{array}'],
    ['\\begin{array}{@{}l@{\\quad}c@{\\hspace{1em}}}a&b\\end{array}', '\\begin{array}{lc}a&b\\end{array}'],
    ['\\begin{array}{*{3}{c}}a&b&c\\end{array}', '\\begin{array}{ccc}a&b&c\\end{array}'],
    ['\\begin{array}{l*2{c|}}a&b&c\\end{array}', '\\begin{array}{lc|c|}a&b&c\\end{array}'],
    ['\\begin{array}{*{2}{*{2}c}}a&b&c&d\\end{array}', '\\begin{array}{cccc}a&b&c&d\\end{array}'],
    ['\\begin{array}[t]{c}a\\end{array}', '\\begin{array}{c}a\\end{array}'],
    ['\\begin{aligned}[t]a&=b\\end{aligned}', '\\begin{aligned}a&=b\\end{aligned}'],
    ['\\begin{aligned}[x]&=b\\end{aligned}', '\\begin{aligned}\\lbrack x]&=b\\end{aligned}'],
  ],
  'rows.ts': [
    ['\\begin{align*}a&=b\\\\*c&=d\\end{align*}', '\\begin{align*}a&=b\\\\c&=d\\end{align*}'],
    ['\\begin{align*}a&=b\\\\*[2pt]c&=d\\end{align*}', '\\begin{align*}a&=b\\\\[2pt]c&=d\\end{align*}'],
    ['\\begin{align*}a\\\\ [x]\\end{align*}', '\\begin{align*}a\\\\\\lbrack x]\\end{align*}'],
    [
      '\\matrix{a\\cr\\noalign{\\vskip2pt}b\\cr\\noalign{\\hbox{so}}c}',
      '\\begin{matrix}a\\\\b\\\\\\intertext{\\hbox{so}}c\\end{matrix}',
    ],
  ],
  'standard-commands.ts': [
    ['\\mbox{if $x>0$}', '\\text{if $x>0$}'],
    ['\\sech x+\\csch x+\\Var X', '\\operatorname{sech}x+\\operatorname{csch}x+\\operatorname{Var}X'],
    ['a\\hdots b', 'a\\ldots b'],
    ['\\strut x', '\\vphantom{(}x'],
    ['\\ensuremath{x}\\text{\\ensuremath{x}}', 'x\\text{$x$}'],
    ['\\matrix{a&b\\cr c&d}', '\\begin{matrix}a&b\\\\c&d\\end{matrix}'],
    ['\\pmatrix{a&b\\cr c&d\\cr}', '\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}'],
    ['\\cases{a&b\\cr c&d\\cr}', '\\begin{cases}a&b\\\\c&d\\end{cases}'],
    ['\\eqalign{a&=b\\cr c&=d\\cr}', '\\begin{aligned}a&=b\\\\c&=d\\end{aligned}'],
    ['\\displaylines{a\\cr b\\cr}', '\\begin{gathered}a\\\\b\\end{gathered}'],
    ['\\root 3\\of x', '\\sqrt[3]{x}'],
    ['\\root n+1 \\of{x+y}', '\\sqrt[n+1 ]{x+y}'],
    ['\\buildrel a\\over b', '\\mathrel{\\mathop{b}\\limits^{a}}'],
    ['a\\displaybreak[1]\\allowdisplaybreaks\\nobreak\\vspace*{1em}b', 'ab'],
    ['\\text{\\bfseries A\\textsuperscript{b}}', '\\text{\\bf A$^{\\text{b}}$}'],
  ],
  'derivatives.ts': [
    ['\\dv{f}{x}', '\\frac{\\mathrm{d}f}{\\mathrm{d}x}'],
    ['\\dv{x}', '\\frac{\\mathrm{d}}{\\mathrm{d}x}'],
    ['\\dv*[2]{f}{x}', '\\frac{\\mathrm{d}^2f}{\\mathrm{d}x^2}'],
    ['\\pdv{f}{x}{y}', '\\frac{\\partial^2f}{\\partial x\\,\\partial y}'],
  ],
  'continued-fraction.ts': [
    ['\\cfrac{1}{2}', '\\cfrac[c]12'],
    ['\\cfrac[l]{1}{2}', '\\htmlClass{numerator-left}{\\cfrac{1}{2}}'],
  ],
  'double-struck.ts': [
    ['\\mathbbm{1}\\mathds{1}\\Bbb{1}𝟙', '\\mathbb{1}\\mathbb 1\\mathbb 1\\mathbb 1'],
    ['\\newcommand\\one[1]{\\mathbb{#1}}\\one{1}', '\\mathbb{1}'],
  ],
  'braket.ts': [['\\braket{a|b}', '\\mathinner{\\langle{a|b}\\rangle}']],
}

describe.each(Object.entries(same))('%s', (_, cases) => {
  test.each(cases)('%s', (latex, katex) => expect(picture(latex)).toBe(picture(katex)))
})

const rejected: readonly (readonly [latex: string, offset: number, message: string, hint: string])[] = [
  ['\\newcommand{\\alpha}{x}', 12, 'command \\alpha is already defined.', '\\renewcommand'],
  ['\\newcommand{\\x}{a}\\newcommand{\\x}{b}', 30, 'command \\x is already defined.', '\\renewcommand'],
  ['\\DeclareMathOperator{\\sin}{sin}', 21, 'command \\sin is already defined.', '\\renewcommand'],
  ['\\renewcommand{\\x}{a}', 14, 'command \\x is not defined.', '\\newcommand'],
  ['\\renewcommand{\\theequation}{A}', 14, '\\theequation', 'numbering'],
  ['\\newcommand{x}{a}', 11, 'found x; expected the name of a command.', '\\newcommand{\\x}'],
  ['\\newcommand{\\x}[n]{a}', 12, 'found [n]', '[1]'],
  ['a+\\cfrac[x]{1}{2}', 8, '\\cfrac[x]', '[l]'],
  ['\\begin{array}{>{\\bf}c}a\\end{array}', 14, '>{\\bf}', 'each cell'],
  ['\\begin{array}{p{3cm}}a\\end{array}', 14, 'p{3cm}', '\\text'],
  ['\\begin{array}{l@{,}l}a\\end{array}', 15, '@{,}', 'cells'],
  ['\\begin{array}{*{99}{*{99}{c}}}a\\end{array}', 14, 'at most 200', '*{3}{c}'],
  ['a+\\hbox to 3em{b}', 8, '\\hbox without a group', '\\text'],
  ['\\intertext{a}', 10, 'outside an environment with rows', '\\text'],
  ['c_\\bar{a}', 2, "'\\bar' with no arguments as subscript", '_{\\bar{…}}'],
  ['\\text{# a}', 6, "got '#'", '\\#'],
  ['\\braket{a}{b}', 7, '\\braket with two groups', '\\braket{a|b}'],
  ['\\DeclarePairedDelimiterX\\x{(}{)}{a}', 24, 'number of arguments', '\\x[1]'],
]

test.each(rejected)('%s is an error at its place', (latex, offset, message, hint) => {
  const { error } = typeset(latex)
  expect(error?.message).toContain(message)
  expect(error?.hint).toContain(hint)
  expect(error?.position).toBe(offset)
})

test('an error in the definition of a macro has no position in the formula that uses it', () => {
  expect(typeset('abc+\\x', { '\\x': '\\fraq' }).error).not.toHaveProperty('position')
})

test('the macro of a site is replaced by the definition of an article, but not by a second one', () => {
  const typesetter = createTypesetter({ '\\R': 'r' })
  const define = (tex: string) => typesetter({ source: tex, katex: tex, display: false })
  expect(define('\\newcommand{\\R}{x}').error).toBeUndefined()
  expect(define('\\R').formula.mathml).toContain('<mi>x</mi>')
  expect(define('\\newcommand{\\R}{y}').error?.message).toContain('already defined')
})

test('a name that is taken is one error: the definitions of its formula are used all the same', () => {
  const typesetter = createTypesetter({})
  const set = (tex: string) => typesetter({ source: tex, katex: tex, display: false })
  const { error } = set('\\newcommand{\\a}{x}\\newcommand*{\\j}{y}\\newcommand\\P[1]{#1}\\newcommand{\\b}{z}')
  expect(error?.message).toContain('command \\j is already defined')
  for (const [tex, letter] of [
    ['\\a', 'x'],
    ['\\j', 'y'],
    ['\\P{w}', 'w'],
    ['\\b', 'z'],
  ] as const)
    expect(set(tex).formula.mathml).toContain(`<mi>${letter}</mi>`)
})

test('definitions that differ only in their parameters are typeset apart', () => {
  const [one, two] = ['\\def\\x#1{(#1)}', '\\def\\x[#1]{(#1)}'].map((definition) => {
    const typesetter = createTypesetter({})
    typesetter({ source: definition, katex: definition, display: false })
    return typesetter({ source: '\\x[a]', katex: '\\x[a]', display: false }).formula.mathml
  })
  expect(one).not.toBe(two)
})

describe('double-struck digits', () => {
  test.each(['\\mathbb{1}', '\\mathbb 1', '\\mathbbm{1}', '\\mathds{1}', '𝟙'])(
    '%s is 𝟙 in HTML and MathML',
    (tex) => {
      const { formula, warnings } = typeset(tex)
      expect(formula.mathml).toContain('<mn>𝟙</mn>')
      expect(formula.html).toContain('<span class="mord double-struck">𝟙</span>')
      expect(warnings).toEqual([])
    },
  )

  test('in an index they have its size', () => {
    expect(typeset('x_{\\mathbb{2}}').formula.html).toContain(
      '<span class="mord double-struck mtight">𝟚</span>',
    )
  })
})

describe('a letter that an alphabet lacks is a warning, and the same letter in HTML and MathML', () => {
  test.each([
    ['\\mathbb{a}', '\\mathbb', 'a', 0],
    ['x+\\mathbb{Ra}', '\\mathbb', 'a', 2],
    ['\\mathcal{a}', '\\mathcal', 'a', 0],
    ['\\mathcal{A1}', '\\mathcal', '1', 0],
    ['\\mathscr b', '\\mathscr', 'b', 0],
    ['\\mathbf{\\alpha}', '\\mathbf', 'α', 0],
    ['\\mathbf{x}\\mathsf{\\beta}', '\\mathsf', 'β', 10],
    ['\\newcommand\\bb[1]{\\mathbb{#1}}\\bb{a}', '\\mathbb', 'a', 18],
  ])('%s', (tex, command, letter, offset) => {
    const { formula, warnings } = typeset(tex)
    expect(warnings).toMatchObject([
      { message: expect.stringContaining(`${command} has no ${letter}`), offset },
    ])
    expect(formula.mathml).toMatch(new RegExp(`<m[in]>${letter}</m[in]>`))
  })

  test.each([
    '\\mathbb{R}\\Bbbk',
    '\\mathbf{\\Gamma x1\\partial}',
    '\\boldsymbol{\\alpha}',
    '\\bm{\\alpha}',
    '\\mathfrak{g1}',
    '\\mathsf{A1}',
    '\\mathtt{a1}',
    '\\mathscr{A}\\mathcal{A}',
    '\\N\\Z\\R',
    '\\text{\\textbf{a}}',
  ])('%s is none', (tex) => expect(typeset(tex).warnings).toEqual([]))
})

describe('\\color', () => {
  test.each(['\\color{red}{x}+y', 'a+{\\color{red}{x}y}'])('%s is a warning', (tex) => {
    expect(typeset(tex).warnings).toMatchObject([
      {
        message: expect.stringContaining('\\color{red}'),
        hint: expect.stringContaining('\\textcolor{red}{x}'),
      },
    ])
  })

  test.each(['{\\color{red}{x}}+y', '\\color{red}x+y', '\\textcolor{red}{x}+y', '\\color{red}{x}'])(
    '%s is none',
    (tex) => expect(typeset(tex).warnings).toEqual([]),
  )
})

test('nested definitions with defaults do not make a formula much longer', () => {
  const definitions = Array.from(
    { length: 30 },
    (_, n) =>
      `\\newcommand\\${'a'.repeat(n + 2)}[1][x]{\\${'a'.repeat(n + 1)}[#1#1]\\${'a'.repeat(n + 1)}[#1#1]}`,
  )
  const tex = `\\newcommand\\a[1][x]{#1}${definitions.join('')}\\${'a'.repeat(31)}`
  let message = ''
  try {
    message = typeset(tex).error?.message ?? ''
  } catch (error) {
    message = String(error)
  }
  expect(message).not.toBe('')
})
