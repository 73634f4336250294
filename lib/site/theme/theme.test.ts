import Color from 'colorjs.io'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { colours } from '../colours'
import { printFontStack, readFontStack } from './font-stack'
import { derivePalette, findFaintColours } from './palette'
import { completeTheme, themeSchema } from './schema'
import { printTheme } from './stylesheet'

const contrast = (one: string, other: string) => new Color(one).contrastWCAG21(other)
const complete = (theme: v.InferInput<typeof themeSchema>) => completeTheme(v.parse(themeSchema, theme))
const print = (theme: v.InferInput<typeof themeSchema>) => {
  const whole = complete(theme)
  return whole ? printTheme(whole, (path) => `${path}?v=1`) : ''
}

describe('the colours of a theme', () => {
  test('are the default ones if none is chosen', () => {
    expect(derivePalette({})).toBeUndefined()
    expect(derivePalette({ light: {} })).toBeUndefined()
    expect(complete({})).toBeUndefined()
  })

  test('change only the accent if only the accent is chosen', () => {
    const palette = derivePalette({ light: { accent: '#1f4e9c' } })
    expect(palette).toEqual({ ...colours, seal: ['#1f4e9c', colours.seal[1]] })
  })

  test.each([
    { paper: '#ffffff', ink: '#000000' },
    { paper: '#f3f6fb', ink: '#16202e', accent: '#1f4e9c' },
    { paper: '#e8e0d0', ink: '#403a30' },
    // Just legible: nothing between paper and ink is.
    { paper: '#ffffff', ink: '#767676' },
    { paper: '#dddddd', ink: '#5a5a5a' },
  ])('are legible on all backgrounds that are derived from %o', (light) => {
    expect(findFaintColours({ light })).toEqual([])
    const { ink, quiet, seal, paper, wash, bar } = derivePalette({ light }) ?? colours
    for (const [text] of [ink, quiet, seal])
      for (const [ground] of [paper, wash]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(quiet[0], bar[0])).toBeGreaterThanOrEqual(3)
  })

  test.each([
    [{ light: { accent: '#ffcc00' } }, 'light', 'accent'],
    [{ dark: { ink: '#555555' } }, 'dark', 'ink'],
    // The author chose the paper, and the accent is the default one.
    [{ light: { paper: '#a08070', ink: '#000000' } }, 'light', 'paper'],
    // Code has its own colours, which a dark paper in the light theme hides.
    [{ light: { paper: '#16171a', ink: '#ffffff', accent: '#ffffff' } }, 'light', 'paper'],
  ] as const)('that are too faint are found: %o', (chosen, scheme, setting) => {
    expect(findFaintColours(chosen)).toMatchObject([{ scheme, setting }])
  })
})

describe('a font stack', () => {
  test('keeps the names of fonts, with or without quotes, and drops generic families', () => {
    expect(readFontStack(`"EB Garamond", 'LXGW WenKai',Georgia , 霞鹜文楷, serif`)).toEqual([
      'EB Garamond',
      'LXGW WenKai',
      'Georgia',
      '霞鹜文楷',
    ])
    expect(printFontStack(['A B', 'C'])).toBe('"A B", "C"')
  })

  test.each(['', 'serif', 'A,,B', '"A', 'A; color: red', 'url(x)', 'A}</style>', 'A\\', 'A\nB\u0000'])(
    'that is none is rejected: %j',
    (text) => expect(readFontStack(text)).toBeUndefined(),
  )
})

describe('the stylesheet of a theme', () => {
  test('sets both colours of each custom property', () => {
    const css = print({ light: { accent: '#14C' }, dark: { accent: '#8fb8f5' } })
    expect(css).toContain('--color-seal: light-dark(#1144cc,#8fb8f5)')
    expect(css).toContain('--color-paper: light-dark(#fcfbf8,#16171a)')
  })

  test('puts its Latin fonts first in all text, and its Han fonts before ours', () => {
    const css = print({ fonts: { latin: 'EB Garamond, serif', han: 'LXGW WenKai' } })
    expect(css).toContain('--font-roman: "EB Garamond"')
    expect(css).toContain('--font-latin: "EB Garamond", serif')
    expect(css).toContain('--font-preferred: var(--font-roman), "LXGW WenKai"')
    expect(css).toMatch(
      /font-family: "Han Marks";\n\s+src: local\("LXGW WenKai"\);\n\s+unicode-range: U\+2014/,
    )
  })

  test('loads font files from the site, also for quotation marks', () => {
    const fontFiles = [{ family: 'Text', file: '/fonts/text.woff2', weight: '200 900' }]
    const css = print({ fonts: { han: 'Text' }, fontFiles })
    const source = 'src: url("/fonts/text.woff2?v=1") format("woff2")'
    expect(css).toContain(
      `@font-face {\n  font-family: "Text";\n  ${source};\n  font-weight: 200 900;\n  font-style: normal;\n  font-display: swap;\n}`,
    )
    expect(css.split(source)).toHaveLength(5)
  })

  test('sets the width of the column in all languages, and that of the page', () => {
    const css = print({ columnWidth: 36 })
    expect(css).toContain('--container-page: calc(25.6rem + 36rem + 3rlh)')
    expect(css.match(/--container-column: 36rem/g)).toHaveLength(2)
  })

  test.each([
    'https://example.org/a.woff2',
    '//example.org/a.woff2',
    'a.woff2',
    '/a.css',
    '/a").woff2',
    '/a?b.woff2',
  ])('refers to no other file than fonts of the site: %s', (file) => {
    expect(v.is(themeSchema, { fontFiles: [{ family: 'A', file }] })).toBe(false)
  })
})
