import plugin from 'tailwindcss/plugin'
import { colours, lightDark } from './colours'

const entries = Object.entries(colours)

/** Tailwind plugin that defines our colours as custom properties (`--color-ink`) and as utilities (`text-ink`). */
export default plugin(
  ({ addBase }) => {
    addBase({
      ':root': Object.fromEntries(entries.map(([name, pair]) => [`--color-${name}`, lightDark(pair)])),
    })
  },
  {
    theme: {
      extend: { colors: Object.fromEntries(entries.map(([name]) => [name, `var(--color-${name})`])) },
    },
  },
)
