import { createHighlighter } from 'shiki'
import dark from 'shiki/themes/github-dark.mjs'
import light from 'shiki/themes/github-light.mjs'
import { expect, test } from 'vitest'
import { codeTheme } from './code-theme'

test('the two themes name the same scopes in the same order', () => {
  const scopes = ({ tokenColors = [] }: typeof light) => tokenColors.map(({ scope }) => scope)
  expect(scopes(light)).toEqual(scopes(dark))
})

test('code is coloured as by the two themes one after the other', async () => {
  const themes = { light: 'github-light', dark: 'github-dark' } as const
  const shiki = await createHighlighter({
    themes: [codeTheme, ...Object.values(themes)],
    langs: ['python', 'cpp', 'latex'],
  })
  const samples = {
    python: 'def f(x: int) -> str:\n    """text"""\n    return f"{x!r} {1e-3}"  # note',
    cpp: '#include <cmath>\ntemplate <class T> T twice(const T& x) { return 2 * x; }',
    latex: '\\begin{align} a &= \\frac{1}{2} % half\n\\end{align}',
  }
  // Where neighbours look alike in one of the themes only, they are apart in both.
  const colours = (html: string) =>
    [...html.matchAll(/<span style="color:([^;"]*)[^>]*>([^<]*)<\/span>/g)].flatMap(
      ([, colour = '', text = '']) =>
        [...text]
          .filter((character) => character.trim())
          .map((character) => [character, colour.replaceAll(' ', '').toLowerCase()]),
    )
  for (const [lang, code] of Object.entries(samples)) {
    const one = colours(shiki.codeToHtml(code, { lang, theme: codeTheme }))
    const two = colours(shiki.codeToHtml(code, { lang, themes, defaultColor: 'light-dark()' }))
    expect(one).toEqual(two)
    expect(one.length).toBeGreaterThan(20)
  }
})
