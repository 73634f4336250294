import { defineConfig } from '@playwright/test'

const port = Number(process.env.LEMMA_TEST_PORT ?? 3217)

// `npm test` names the browser it found; without it Playwright uses its own.
const executablePath = process.env.LEMMA_CHROMIUM
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  // One set of pictures for all systems.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Two cores: one for the server, one for the browser.
  workers: 1,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
      ...(executablePath && { executablePath }),
    },
  },
  // The production build, as `npm start` serves it.
  webServer: {
    command: 'node lib/server/main.mjs',
    env: { PORT: String(port), NODE_ENV: 'production' },
    url: `http://localhost:${port}/robots.txt`,
    timeout: 60_000,
  },
})
