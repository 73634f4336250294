import { fileURLToPath } from 'node:url'

// By its absolute path, because Next resolves a plugin from the folder of its own bundles.
const shortenKatex = fileURLToPath(new URL('postcss-katex.cjs', import.meta.url))

export default { plugins: { '@tailwindcss/postcss': {}, [shortenKatex]: {} } }
