import { readdirSync, readFileSync } from 'node:fs'
import Color from 'colorjs.io'
import { expect, test } from 'vitest'
import { type Colour, colours } from '../../site/colours'
import { printIcon } from '../../site/theme/icon'
import { codeTheme } from './code-theme'

const inks = ['ink', 'quiet', 'seal'] as const
const papers = ['paper', 'wash'] as const
const themes = [
  ['light', 0],
  ['dark', 1],
] as const

test.each(themes)('text has a contrast of at least 7:1 in the %s theme', (theme, index) => {
  const code = (codeTheme.tokenColors ?? []).flatMap(({ settings: { foreground } }) => foreground ?? [])
  expect(code.length).toBeGreaterThan(30)
  const texts = [
    ...inks.map((name) => [name, colours[name][index]] as const),
    ...code.map((value) => [`code ${value}`, readPair(value)[index]] as const),
  ]
  for (const [name, colour] of texts)
    for (const paper of papers)
      expect(
        contrast(colour, colours[paper][index]),
        `${name}, ${colour} on ${paper}, in the ${theme} theme`,
      ).toBeGreaterThanOrEqual(7)
})

test.each(themes)('controls without text have a contrast of at least 3:1 in the %s theme', (_, index) => {
  // The border of a bar in the archive's chart.
  expect(contrast(colours.quiet[index], colours.bar[index])).toBeGreaterThanOrEqual(3)
})

test('stylesheets and the icon contain only colours of the table', () => {
  const sheets = readdirSync('app', { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
    .map(({ name }) => name)
  expect(sheets.length).toBeGreaterThan(3)
  for (const name of sheets) {
    const rules = readFileSync(`app/${name}`, 'utf8').replace(/@theme \{[\s\S]*?\n\}/, '')
    expect(rules.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(|light-dark\(/gi) ?? [], name).toEqual([])
  }
  const icon = printIcon(colours, 'N').match(/#[0-9a-f]{3,8}\b/gi) ?? []
  expect(new Set(icon)).toEqual(new Set([colours.seal[0], colours.paper[0]]))
})

/** The light and the dark colour of `light-dark(#…, #…)`, or of a colour of the table, `var(--color-…)`. */
function readPair(value: string): readonly [string, string] {
  const [, name] = /^var\(--color-(\w+)\)$/.exec(value) ?? []
  if (name && Object.hasOwn(colours, name)) return colours[name as Colour]
  const [, light, dark] = /^light-dark\((#[0-9a-f]{6}), ?(#[0-9a-f]{6})\)$/i.exec(value) ?? []
  if (!light || !dark) throw new Error(`Found ${value}, expected light-dark(#rrggbb, #rrggbb).`)
  return [light, dark]
}

/** Contrast ratio of WCAG 2, 1 to 21. */
function contrast(one: string, other: string): number {
  return new Color(one).contrastWCAG21(other)
}
