import type { ThemeRegistration } from 'shiki'
import github from 'shiki/themes/github-light.mjs'

/**
 * What GitHub's light theme colours, in our colours: few, as quiet as the page, light and dark. A test holds each to a
 * contrast of 7:1 on what code stands on.
 */
const palette = {
  text: ['#1d1c1a', '#e7e4dd'],
  comment: ['#524e46', '#b4afa5'],
  keyword: ['#8f2518', '#f0a08a'],
  string: ['#24512f', '#a6d2a9'],
  constant: ['#17467f', '#a3c8f0'],
  name: ['#55317f', '#cbb6f0'],
  tag: ['#0e4f56', '#93d0d3'],
  variable: ['#673c06', '#e6bd8c'],
  wrong: ['#861330', '#f7b0bd'],
} as const

/** By the colour in GitHub's theme. */
const roles: Readonly<Record<string, keyof typeof palette>> = {
  '#24292e': 'text',
  '#6a737d': 'comment',
  '#586069': 'comment',
  '#fafbfc': 'comment',
  '#f6f8fa': 'comment',
  '#d73a49': 'keyword',
  '#032f62': 'string',
  '#005cc5': 'constant',
  '#6f42c1': 'name',
  '#22863a': 'tag',
  '#e36209': 'variable',
  '#b31d28': 'wrong',
}

/** Both themes as one, each colour `light-dark(…)`: with two themes Shiki reads every block twice. */
export const codeTheme: ThemeRegistration = {
  ...github,
  name: 'lemma',
  colors: { 'editor.foreground': inBoth('text'), 'editor.background': 'transparent' },
  tokenColors: (github.tokenColors ?? []).map(({ settings: { background, ...settings }, ...rule }) => ({
    ...rule,
    settings: { ...settings, ...(settings.foreground && { foreground: ours(settings.foreground) }) },
  })),
}

/** Our colour for one of GitHub's. */
export function ours(colour: string): string {
  const role = roles[colour.toLowerCase()]
  if (!role) throw new Error(`GitHub's theme has a new colour, ${colour}: give it a role in code-theme.ts.`)
  return inBoth(role)
}

function inBoth(role: keyof typeof palette): string {
  const [light, dark] = palette[role]
  return `light-dark(${light},${dark})`
}
