import type { ThemeRegistration } from 'shiki'
import github from 'shiki/themes/github-light.mjs'
import { type Colour, codeColours, lightDark } from '../../site/colours'

/** A colour that the theme of a site may replace. */
const themed = (name: Colour) => `var(--color-${name})`

/** The colours of code. `contrast.test.ts` requires a contrast of 7:1 with the background of code. */
const palette = {
  text: themed('ink'),
  comment: themed('quiet'),
  keyword: themed('seal'),
  string: lightDark(codeColours.string),
  constant: lightDark(codeColours.constant),
  name: lightDark(codeColours.name),
  tag: lightDark(codeColours.tag),
  variable: lightDark(codeColours.variable),
  wrong: lightDark(codeColours.wrong),
}

/** The role of each colour in GitHub's light theme. */
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

/** GitHub's theme with our colours, which follow light and dark. With two themes, Shiki would tokenize each block twice. */
export const codeTheme: ThemeRegistration = {
  ...github,
  name: 'lemma',
  colors: { 'editor.foreground': palette.text, 'editor.background': 'transparent' },
  tokenColors: (github.tokenColors ?? []).map(({ settings: { background, ...settings }, ...rule }) => ({
    ...rule,
    settings: { ...settings, ...(settings.foreground && { foreground: siteColour(settings.foreground) }) },
  })),
}

/** Our colour that replaces a colour of GitHub's theme. */
export function siteColour(colour: string): string {
  const role = roles[colour.toLowerCase()]
  if (!role) throw new Error(`Found the unknown colour ${colour} in GitHub's theme; add it to code-theme.ts.`)
  return palette[role]
}
