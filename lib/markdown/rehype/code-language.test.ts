import { bundledLanguages } from 'shiki'
import { expect, test } from 'vitest'
import { readCodeLanguage } from './code-language'

test.each([
  ['JSON', 'json'],
  ['C++', 'c++'],
  ['C', 'c'],
  ['C#', 'c#'],
  ['XML', 'xml'],
  ['Objective-C', 'objective-c'],
  ['python{1,3}', 'python'],
  ['python {1,3}', 'python'],
  ['{.python .input}', 'python'],
  ['{#lst:x .haskell}', 'haskell'],
  ['{r, echo=FALSE}', 'r'],
  ['{python}', 'python'],
  ['{ .js }', 'js'],
  ['js:foo.js', 'js'],
  ['rust,ignore', 'rust'],
  ['python=20', 'python'],
  ['python title="a.py"', 'python'],
  ['Mathematica', 'wolfram'],
  ['golang', 'go'],
  ['Fortran', 'fortran-free-form'],
])('reads the language of %s', (info, grammar) => {
  expect(readCodeLanguage(info)?.grammar).toBe(grammar)
  expect(Object.keys(bundledLanguages)).toContain(grammar)
})

test.each(['txt', 'plain', 'PlainText', 'text', 'none', 'output'])('%s has no colours', (info) => {
  expect(readCodeLanguage(info)).toMatchObject({ isPlain: true })
})

test.each(['', '{}', '{1,3}', ':'])('%s names no language', (info) => {
  expect(readCodeLanguage(info)?.grammar).toBeUndefined()
})

test('a language that is not known has a name only', () => {
  expect(readCodeLanguage('Klingon{1}')).toEqual({ name: 'klingon' })
})
