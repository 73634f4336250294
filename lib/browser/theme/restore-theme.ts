import { readStored } from '../storage/read-stored'

/** Show the theme that the reader chose, as the script in the head of every page does (`components/layout/theme-switch.tsx`). */
export function restoreTheme(): void {
  const theme = readStored('theme')
  const { dataset } = document.documentElement
  if (theme === 'light' || theme === 'dark') dataset.theme = theme
  else delete dataset.theme
}
