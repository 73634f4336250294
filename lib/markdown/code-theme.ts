import type { ThemeRegistration } from 'shiki'
import dark from 'shiki/themes/github-dark.mjs'
import light from 'shiki/themes/github-light.mjs'

/**
 * GitHub's light and dark themes as one, each colour `light-dark(…)`: with two themes Shiki reads every block twice.
 * The two name the same scopes in the same order (tested).
 */
export const codeTheme: ThemeRegistration = {
  ...light,
  name: 'github-light-dark',
  colors: {
    'editor.foreground': inBoth(light.colors?.['editor.foreground'], dark.colors?.['editor.foreground']),
    'editor.background': inBoth(light.colors?.['editor.background'], dark.colors?.['editor.background']),
  },
  tokenColors: (light.tokenColors ?? []).map((rule, index) => ({
    ...rule,
    settings: {
      ...rule.settings,
      ...(rule.settings.foreground && {
        foreground: inBoth(rule.settings.foreground, dark.tokenColors?.[index]?.settings.foreground),
      }),
    },
  })),
}

function inBoth(light = '', dark = light): string {
  return `light-dark(${light},${dark})`
}
