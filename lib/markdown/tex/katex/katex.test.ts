import { describe, expect, test } from 'vitest'
import { equivalents } from './equivalents'
import { createTypesetters } from './formula'

// KaTeX's support table is written by hand and is incomplete. These tests typeset every command and environment in the
// registries of the installed version, through the same functions as the formulas of an article.

const createTypesetter = createTypesetters()

function typesets(tex: string): boolean {
  const { formula, error } = createTypesetter({})({ source: tex, katex: tex, display: true })
  return !error && (formula.mathml.includes('<math') || formula.html !== '')
}

const registry = (name: string): Promise<{ default: never }> =>
  import(/* @vite-ignore */ `../../../../node_modules/katex/src/${name}.ts`)

interface Spec {
  numArgs: number
  argTypes?: readonly string[]
}

/** Uses of commands that need more than arguments. */
const samples: Readonly<Record<string, string>> = {
  '\\begin': '\\begin{matrix}a\\end{matrix}',
  '\\end': '\\begin{matrix}a\\end{matrix}',
  '\\left': '\\left(x\\right)',
  '\\right': '\\left(x\\right)',
  '\\middle': '\\left(x\\middle|y\\right)',
  '\\verb': '\\verb|x_1|',
  '\\char': '\\char"41',
  '\\(': '\\text{\\(x\\)}',
  '\\)': '\\text{\\(x\\)}',
  $: '\\text{$x$}',
  '\\]': '[x]',
  '\\hline': '\\begin{array}{c}\\hline x\\end{array}',
  '\\hdashline': '\\begin{array}{c}\\hdashline x\\end{array}',
  '\\\\': 'a\\\\b',
  '\\cr': '\\begin{matrix}a\\cr b\\end{matrix}',
  '\\newline': 'a\\newline b',
  '\\global': '\\global\\def\\x{y}\\x',
  '\\long': '\\long\\def\\x{y}\\x',
  '\\def': '\\def\\x#1{#1^2}\\x{a}',
  '\\gdef': '\\gdef\\x#1{#1^2}\\x{a}',
  '\\edef': '\\edef\\x{y}\\x',
  '\\xdef': '\\xdef\\x{y}\\x',
  '\\let': '\\let\\x=\\alpha\\x',
  '\\futurelet': '\\futurelet\\x\\relax y',
  '\\newcommand': '\\newcommand{\\x}[1]{#1}\\x{a}',
  '\\renewcommand': '\\renewcommand{\\alpha}{a}\\alpha',
  '\\providecommand': '\\providecommand{\\x}{a}\\x',
  '\\bgroup': '\\bgroup x\\egroup',
  '\\egroup': '\\bgroup x\\egroup',
  '\\begingroup': '\\begingroup x\\endgroup',
  '\\endgroup': '\\begingroup x\\endgroup',
  '\\above': '{a\\above{1pt}b}',
  '\\genfrac': '\\genfrac(]{0pt}{1}{a}{b}',
  '\\kern': 'a\\kern1em b',
  '\\mkern': 'a\\mkern1mu b',
  '\\hskip': 'a\\hskip1em b',
  '\\mskip': 'a\\mskip1mu b',
  '\\tmspace': '\\tmspace+{3mu}{.1667em}',
  '\\tag': 'x\\tag{1}',
  '\\htmlData': '\\htmlData{a=b}{x}',
  '\\htmlStyle': '\\htmlStyle{color: red}{x}',
  '\\limits': '\\sum\\limits_a^b',
  '\\nolimits': '\\sum\\nolimits_a^b',
  '\\nonumber': '\\begin{align}a\\nonumber\\end{align}',
  '\\notag': '\\begin{align}a\\notag\\end{align}',
  '^': 'a^b',
  _: 'a_b',
  '\\show': 'x',
}

/** Internal commands of KaTeX, and `\includegraphics`, which is not allowed. */
const internal =
  /@|^\\(?:cd\w+|global(?:let|long|future)|(?:atop|brace|brack|above)frac|show|message|errmessage|includegraphics|relax|noexpand|expandafter)$|^\\\\cd/

function argument(type: string | undefined): string {
  const known: Record<string, string> = { color: '{red}', size: '{1em}', url: '{https://example.org}' }
  return known[type ?? ''] ?? (type === 'primitive' ? '{(}' : '{x}')
}

test('every function of KaTeX typesets', async () => {
  await registry('functions')
  const { _functions: functions } = (await registry('defineFunction')) as unknown as {
    _functions: Record<string, Spec>
  }
  const names = Object.keys(functions).filter((name) => !internal.test(name))
  expect(names.length).toBeGreaterThan(290)
  const failing = names.filter((name) => {
    const { numArgs, argTypes } = functions[name] as Spec
    const args = Array.from({ length: numArgs }, (_, index) => argument(argTypes?.[index])).join('')
    const plain = `${name}${args}`
    const tries = [samples[name], plain, `${plain} x`, `{a ${name} b}`, `\\text{${plain}}`, `${name}(`]
    return !tries.some((tex) => tex !== undefined && typesets(tex))
  })
  expect(failing).toEqual([])
})

test('every macro of KaTeX and of mhchem typesets', async () => {
  await registry('macros')
  const { _macros } = (await registry('defineMacro')) as unknown as { _macros: object }
  const names = [...Object.keys(_macros), '\\ce', '\\pu'].filter((name) => !internal.test(name))
  expect(names.length).toBeGreaterThan(250)
  const failing = names.filter((name) => {
    const tries = [
      samples[name],
      `${name} `,
      `${name}{x}`,
      `${name}{x}{y}`,
      `${name}{1em}`,
      `\\text{${name}{x}}`,
    ]
    return !tries.some((tex) => tex !== undefined && typesets(tex))
  })
  expect(failing).toEqual([])
})

test('every symbol of KaTeX typesets', async () => {
  const { math, text } = (await registry('symbols')).default as Record<'math' | 'text', object>
  const names = Object.keys(math).filter((name) => !internal.test(name))
  expect(names.length).toBeGreaterThan(700)
  const special = new Set(['\\$', '$', '^', '_', '\\', '{', '}', '%', '#', '&', '~'])
  const failing = [
    ...names.filter(
      (name) => !special.has(name) && ![samples[name] ?? `${name} `, `${name}{x}`].some(typesets),
    ),
    ...Object.keys(text)
      .filter((name) => !special.has(name) && !internal.test(name))
      .filter((name) => ![`\\text{${name} }`, `\\text{${name}{a}}`].some(typesets)),
  ]
  expect(failing).toEqual([])
})

test('every environment of KaTeX typesets', async () => {
  await registry('environments')
  const { _environments } = (await registry('defineEnvironment')) as unknown as { _environments: object }
  const names = Object.keys(_environments)
  expect(names.length).toBeGreaterThan(30)
  const columns: Record<string, string> = {
    array: '{cc}',
    darray: '{cc}',
    subarray: '{c}',
    alignat: '{1}',
    'alignat*': '{1}',
    alignedat: '{1}',
  }
  const failing = names.filter((name) => {
    const body = /^(equation|gather|multline)/.test(name) ? 'a' : /^(subarray|CD)/.test(name) ? 'A' : 'a&b'
    return !typesets(`\\begin{${name}}${columns[name] ?? ''}${body}\\end{${name}}`)
  })
  expect(failing).toEqual([])
})

describe('commands that KaTeX lacks', () => {
  test.each(Object.entries(equivalents))(
    '%s is unknown, and the hint suggests %s, which KaTeX typesets',
    (name, tex) => {
      const use = name.startsWith('{') ? `\\begin${name}x\\end${name}` : `${name}{x}{y}`
      const { error } = createTypesetter({})({ source: use, katex: use, display: true })
      expect(error?.message).toContain(name.replace(/[{}]/g, ''))
      expect(error?.hint).toContain(tex)
      expect(typesets(tex)).toBe(true)
    },
  )

  test('an image from another host is refused', () => {
    expect(typesets('\\includegraphics{https://example.org/x.png}')).toBe(false)
  })
})
