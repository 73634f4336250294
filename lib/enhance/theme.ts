import { store } from './stored'

/** What a reader may choose; `system` follows the system and is what no choice means. */
const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** Go on to the next theme, remember it and say which it is. */
export function switchTheme(): void {
  const next = themes[(themes.indexOf(currentTheme()) + 1) % themes.length] ?? 'system'
  const { dataset } = document.documentElement
  if (next === 'system') delete dataset.theme
  else dataset.theme = next
  // A reader who allows no storage keeps the theme while the page is open.
  store('theme', next === 'system' ? null : next)
  const status = document.querySelector<HTMLElement>('.theme [role=status]')
  if (status) status.textContent = status.dataset[next] ?? ''
}

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
