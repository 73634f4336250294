import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codeTheme } from './markdown/code-theme'

const css = readFileSync('app/globals.css', 'utf8')

/** Colours that text is set in, and what it may stand on. */
const inks = ['ink', 'quiet', 'seal']
const papers = ['paper', 'wash']

test.each(['light', 'dark'] as const)(
  'every text has a contrast of at least 7:1 in the %s theme',
  (theme) => {
    const pick = (value: string) => readPair(value)[theme === 'light' ? 0 : 1]
    const code = (codeTheme.tokenColors ?? []).flatMap(({ settings: { foreground } }) => foreground ?? [])
    expect(code.length).toBeGreaterThan(30)
    const texts = [
      ...inks.map((name) => [name, pick(token(name))] as const),
      ...code.map((value) => [`code ${value}`, pick(value)] as const),
    ]
    for (const [name, colour] of texts)
      for (const paper of papers)
        expect(
          contrast(colour, pick(token(paper))),
          `${name}, ${colour} on ${paper}, in the ${theme} theme`,
        ).toBeGreaterThanOrEqual(7)
  },
)

test('what has no words but can be used has a contrast of at least 3:1', () => {
  // The border of a bar in the archive's chart.
  for (const index of [0, 1] as const)
    expect(contrast(readPair(token('quiet'))[index], readPair(token('bar'))[index])).toBeGreaterThanOrEqual(3)
})

test('colours are named in the theme and nowhere else in the stylesheets', () => {
  const rules = css.replace(/@theme \{[\s\S]*?\n\}/, '')
  const prose = readFileSync('app/prose.css', 'utf8')
  expect(`${rules}${prose}`.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(|light-dark\(/gi) ?? []).toEqual([])
})

function token(name: string): string {
  const value = new RegExp(`--color-${name}: (.*);`).exec(css)?.[1]
  if (!value) throw new Error(`globals.css names no --color-${name}.`)
  return value
}

/** The light and the dark colour of `light-dark(#…, #…)`. */
function readPair(value: string): [string, string] {
  const [, light, dark] = /^light-dark\((#[0-9a-f]{6}), ?(#[0-9a-f]{6})\)$/i.exec(value) ?? []
  if (!light || !dark) throw new Error(`Found ${value}, expected light-dark(#rrggbb, #rrggbb).`)
  return [light, dark]
}

/** WCAG's ratio, 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
