import { equation } from './environments'

/**
 * Cases for LaTeX itself: every environment with rows of every kind, in every surrounding. LaTeX gives a label on a row
 * without a number the number before it; Lemma reports it, so no such row is here.
 */
export function generatedCases(): string[] {
  return [
    ...environmentsInSurroundings(),
    ...contentsOfRows(),
    ...endsOfRows(),
    ...references(),
    ...counters(),
    ...footnotes(),
  ]
}

const rowEnvironments = [
  'align',
  'align*',
  'gather',
  'gather*',
  'alignat',
  'alignat*',
  'eqnarray',
  'eqnarray*',
]

/** What a row can carry. `L` is a label, `N` no number, `T` a tag, `S` a starred tag, `-` nothing. */
const patterns = ['L-L', 'LNL', 'TLL', 'NN-', 'LSN', '-TL', 'NLT']

/** The decoration of a row with a letter of a pattern. */
function decorate(letter: string, name: string, environment: string): string {
  const isNumbered = !environment.endsWith('*')
  const canTag = !environment.startsWith('eqnarray')
  if (letter === 'N') return '\\notag'
  if (letter === 'T' && canTag) return `\\tag{${name.toUpperCase()}}\\label{${name}}`
  if (letter === 'S' && canTag) return `\\label{${name}}\\tag*{${name.toUpperCase()}.}`
  return letter === 'L' && isNumbered ? `\\label{${name}}` : ''
}

function rowsOf(environment: string, pattern: string): string {
  const relation = environment.startsWith('eqnarray') ? '&=&' : environment.startsWith('gather') ? '=' : '&='
  const rows = [...pattern].map((letter, index) => {
    const name = 'xyz'.charAt(index)
    return `${name}${relation}${index}${decorate(letter, name, environment)}`
  })
  const columns = environment.startsWith('alignat') ? '{1}' : ''
  return `\\begin{${environment}}${columns}${rows.join('\\\\')}\\end{${environment}}`
}

/** The nodes before and after a display. */
const surroundings: readonly ((display: string) => string)[] = [
  (display) => display,
  (display) => `${equation('a\\label{before}')}\n\n${display}\n\n${equation('b\\label{after}')}`,
  (display) =>
    `\\begin{subequations}\\label{all}\n${display}\n\\end{subequations}\n\n${equation('b\\label{after}')}`,
  (display) =>
    `\\begin{subequations}\n${equation('a')}\ntext\n${display}\n\\label{all}\\end{subequations}\n\n${equation('b\\label{after}')}`,
]

function environmentsInSurroundings(): string[] {
  const single = [
    equation('a\\label{x}'),
    '\\begin{equation*}a\\end{equation*}',
    equation('a\\notag'),
    equation('a\\tag{A}\\label{x}'),
    '\\begin{multline}a\\label{x}\\\\b\\\\c\\end{multline}',
    '\\begin{multline}a\\\\b\\tag{M}\\label{x}\\end{multline}',
    '\\begin{multline*}a\\\\b\\end{multline*}',
    '\\begin{multline}a\\\\b\\notag\\end{multline}',
  ]
  const displays = [
    ...single,
    ...rowEnvironments.flatMap((environment) => patterns.map((pattern) => rowsOf(environment, pattern))),
  ]
  return displays.flatMap((display) => surroundings.map((surround) => surround(display)))
}

/** Rows whose content has rows, labels or tags that are not those of the display. */
function contentsOfRows(): string[] {
  const contents = [
    '\\begin{aligned}a&=b\\\\c&=d\\end{aligned}',
    '\\begin{gathered}a\\\\c\\end{gathered}',
    '\\begin{cases}a&b\\\\c&d\\end{cases}',
    '\\begin{array}{cc}a&b\\\\c&d\\end{array}',
    '\\begin{pmatrix}a\\\\b\\end{pmatrix}',
    '\\left\\{\\begin{matrix}a\\\\b\\end{matrix}\\right.',
    '\\substack{a\\\\b}',
    '\\text{if $x=y$ and $\\begin{smallmatrix}a\\\\b\\end{smallmatrix}$}',
    'a % \\notag \\label{none} \\\\\n',
    '{a}^{b_{c}}',
  ]
  return contents
    .flatMap((content) => [
      `\\begin{align}${content}\\label{x}\\\\b\\label{y}\\end{align}`,
      `\\begin{gather}\\label{x}${content}\\\\b\\notag\\\\\\label{y}${content}\\end{gather}`,
      `${equation(`\\label{x}${content}`)}\n\n${equation(`b\\label{y}`)}`,
      ...(content.includes('%')
        ? []
        : [`\\begin{multline}${content}\\\\${content}\\label{x}\\end{multline}`]),
    ])
    .concat([
      equation('\\begin{split}a&=b\\\\&=c\\end{split}\\label{x}'),
      equation('\\begin{split}a&=b\\\\&=c\\end{split}\\notag'),
      '\\begin{gather}\\begin{split}a&=b\\\\&=c\\end{split}\\label{x}\\\\d\\label{y}\\end{gather}',
    ])
}

/** Ends of rows, and text between them. */
function endsOfRows(): string[] {
  const ends = [
    '\\\\*',
    '\\\\[2pt]',
    '\\\\*[1ex]',
    '\\\\ ',
    '\\\\\n',
    '\\\\ *',
    '\\\\{}',
    '\\displaybreak[1]\\\\',
  ]
  return [
    ...ends.flatMap((end) => [
      `\\begin{align}a&=b\\label{x}${end}c&=d\\label{y}\\end{align}`,
      `\\begin{gather}a\\tag{A}\\label{x}${end}c\\label{y}\\end{gather}`,
    ]),
    '\\begin{align}a&=b\\\\ [c\\label{y}]&=d\\end{align}',
    '\\begin{eqnarray}a&=&b\\label{x}\\\\ [2pt]c&=&d\\label{y}\\end{eqnarray}',
    '\\begin{align}a&=b\\label{x}\\\\\\intertext{so $a\\neq b$, or}c&=d\\label{y}\\end{align}',
    '\\begin{align}a&=b\\label{x}\\intertext{so}c&=d\\label{y}\\end{align}',
    '\\begin{align*}a&=b\\\\\\intertext{so}c&=d\\tag{D}\\label{y}\\end{align*}',
    '\\begin{gather}a\\notag\\\\\\intertext{so}c\\label{y}\\end{gather}',
    '\\begin{align}a&=b\\\\\\shortintertext{so}c&=d\\label{y}\\\\\\intertext{and}e&=f\\label{z}\\end{align}',
  ]
}

/** Tags that contain numbers, ligatures and fonts. */
function references(): string[] {
  const first = equation('a\\label{x}')
  const tags = [
    "\\ref{x}$'$",
    "\\ref{x}$''$",
    '\\ref{x}a',
    '\\ref{x}--\\ref{w}',
    '\\eqref{x}',
    'A--B',
    'A---B',
    "`A'",
    "``A''",
    'A~B',
    '{A}',
    '1.2',
    '$\\ast$',
    '$*$',
  ]
  const last = equation('d\\label{w}')
  return tags.flatMap((tag) => [
    `${first}\n\n${equation(`b\\tag{${tag}}\\label{y}`)}\n\n${last}\n\n\\eqref{y}`,
    `\\eqref{y}\n\n\\begin{align*}b\\tag{${tag}}\\label{y}\\\\c\\tag*{${tag}}\\label{z}\\end{align*}\n\n${first}\n\n${last}`,
    `\\begin{subequations}\\label{s}${first}\\begin{gather}b\\label{b}\\\\c\\tag{${tag}}\\label{y}\\end{gather}${last}\\end{subequations}`,
  ])
}

/** Commands that change the counter. */
function counters(): string[] {
  const two = '\\begin{align}a\\label{x}\\\\b\\label{y}\\end{align}'
  return [
    `\\setcounter{equation}{7}\n\n${two}`,
    `${two}\n\n\\setcounter{equation}{0}\n\n${equation('c\\label{z}')}`,
    `${two}\n\n\\addtocounter{equation}{-1}\n\n${equation('c\\label{z}')}`,
    `\\begin{subequations}\\label{s}\n${two}\n\\setcounter{equation}{5}\n${equation('c\\label{z}')}\n\\end{subequations}\n\n${equation('d\\label{w}')}`,
    `\\setcounter{equation}{3}\\begin{subequations}\n\n\\label{s}\n\n${two}\n\n\\label{t}\n\\end{subequations}`,
    '\\begin{align*}a&=b\\\\c&=d\\numberthis\\label{x}\\end{align*}',
    `\\begin{align*}a&=b\\numberthis\\label{x}\\\\c&=d\\tag{C}\\end{align*}\n\n${two.replace('{x}', '{z}')}`,
    ...['\n', ' ', '\n\n', '  \n'].map(
      (space) => `\\begin{subequations}${space}\\label{s}${space}${two}${space}\\end{subequations}`,
    ),
  ]
}

/** Equations in footnotes. */
function footnotes(): string[] {
  return [
    `a[^1]\n\n${equation('b\\label{x}')}\n\n[^1]: note ${equation('c\\label{y}')}`,
    `${equation('b\\label{x}')}\n\na[^1] b[^2]\n\n${equation('d\\label{z}')}\n\n[^2]: note ${equation('e\\label{w}')}\n\n[^1]: note ${equation('c\\label{y}')}`,
  ]
}
