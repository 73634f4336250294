import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['lib/**/*.test.ts'],
    environment: 'node',
    // KaTeX's own registries of commands, which its build does not export.
    server: { deps: { inline: [/katex\/src/] } },
  },
})
