import { store } from '../storage/store'

/** The themes. `system`, the default, follows the colour scheme of the system. */
const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** Switch to the next theme, store it, and announce it to screen readers. */
export function switchTheme(): void {
  const next = themes[(themes.indexOf(currentTheme()) + 1) % themes.length] ?? 'system'
  const { dataset } = document.documentElement
  if (next === 'system') delete dataset.theme
  else dataset.theme = next
  // Without storage, the theme applies until the page is closed.
  store('theme', next === 'system' ? null : next)
  const status = document.querySelector<HTMLElement>('.theme [role=status]')
  if (status) status.textContent = status.dataset[next] ?? ''
}

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
