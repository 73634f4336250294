import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { correctKatexInVite } from './lib/markdown/tex/katex/corrections/correct-katex.mjs'

export default defineConfig({
  plugins: [correctKatexInVite()],
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['lib/fuzz/seed-properties.ts'],
    // Tests expect English messages.
    env: { LEMMA_LANG: 'en' },
    // A property test takes long on a busy machine.
    testTimeout: 20_000,
    // KaTeX as programs bundle it, and its registries of commands, which its build does not export.
    server: { deps: { inline: [/katex\/src/, /katex\/dist/, /rehype-katex/] } },
  },
})
