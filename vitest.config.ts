import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['lib/**/*.test.ts'],
    environment: 'node',
    // A property that is tried a hundred times takes long on a busy machine.
    testTimeout: 20_000,
    // KaTeX's own registries of commands, which its build does not export.
    server: { deps: { inline: [/katex\/src/] } },
  },
})
