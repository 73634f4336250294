import { afterEach, expect, test, vi } from 'vitest'
import { explain } from './formula-error'
import { katexMessages } from './katex-messages'
import { renderKatex } from './render-katex'

/** A formula that KaTeX refuses, by the template of its message. */
const refused: Readonly<Record<string, string>> = {
  'Undefined control sequence: {0}': '\\foo',
  'No such environment: {0}': '\\begin{foo}x\\end{foo}',
  'Double superscript': 'x^1^2',
  'Double subscript': 'x_1_2',
  'Multiple \\tag': 'x\\tag{1}\\tag{2}',
  'Mismatch: \\begin{{0}} matched by \\end{{1}}': '\\begin{matrix}x\\end{pmatrix}',
  "Unexpected end of input in a macro argument, expected '}'": '\\text{x',
  "Expected 'EOF', got '{0}'": 'x}',
  "Expected '{0}', got 'EOF'": '\\left(x',
  "Expected '{0}', got '{1}'": '\\left(x}',
  "Expected group after '{0}'": 'x^',
  "Expected group as argument to '{0}'": '\\sqrt^2',
  'Expected & or \\\\ or \\cr or \\end': '\\begin{matrix}x}\\end{matrix}',
  "Unexpected character: '{0}'": 'x\u0001',
  'Too many math in a row: expected {0}, but got {1}': '\\begin{alignedat}{1}a&b&c&d\\end{alignedat}',
  'Too many expansions: infinite loop or need to increase maxExpand setting': '\\def\\x{\\x}\\x',
  'Unknown column alignment: {0}': '\\begin{array}{q}x\\end{array}',
  "Invalid size: '{0}'": '\\rule{x}{1em}',
  "Invalid unit: '{0}'": '\\rule{1zz}{1em}',
  "Invalid color: '{0}'": '\\textcolor{#1}{x}',
  "Invalid delimiter '{0}' after '{1}'": '\\left a x\\right)',
  'Limit controls must follow a math operator': 'x\\limits_1',
  'only one infix operator per group': 'a\\over b\\over c',
  '\\tag works only in display equations': 'x\\tag{1}',
  '\\middle without preceding \\left': 'x\\middle|y',
  "Can't use function '{0}' in text mode": '\\text{\\frac{1}{2}}',
  '{{0}} can be used only in display mode.': '\\begin{align}x\\end{align}',
  "Use of the macro doesn't match its definition": '\\def\\x a{1}\\x b',
  '\\verb ended by end of line instead of matching delimiter': '\\verb|x',
}

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each(Object.entries(katexMessages))('KaTeX says "%s"', (template, translation) => {
  const tex = refused[template]
  expect(tex, 'has no formula').toBeDefined()
  const english = explainTex(tex ?? '')
  vi.stubEnv('LEMMA_LANG', 'zh-CN')
  const chinese = explainTex(tex ?? '')
  expect(english).toMatch(pattern(template))
  expect(chinese).toMatch(pattern(`${translation}。`))
})

function explainTex(tex: string): string {
  const isDisplay = !/^x\\tag\{1\}$|align\}/.test(tex)
  const result = renderKatex(tex, isDisplay, {})
  return 'error' in result ? explain(result.error, tex).message : ''
}

function pattern(template: string): RegExp {
  return new RegExp(
    `^${template.replace(/[\\^$.*+?()[\]|]|[{}](?!\d\}|(?<=\{\d\}))/g, '\\$&').replace(/\{\d\}/g, '.+')}$`,
  )
}
