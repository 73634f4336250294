import { fileURLToPath } from 'node:url'

// By its whole path: Next looks a plugin up from where its own bundles lie.
const keepWoff2 = fileURLToPath(new URL('postcss-woff2.cjs', import.meta.url))

export default { plugins: { '@tailwindcss/postcss': {}, [keepWoff2]: {} } }
