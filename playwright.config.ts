import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { secret } from './e2e/support/functions/requests'
import { folderOf } from './e2e/support/sites'
import { serverProgram } from './lib/cli/programs.mjs'

const port = Number(process.env.LEMMA_TEST_PORT ?? 3217)

// Set by `npm test`; otherwise Playwright uses its own browser.
const executablePath = process.env.LEMMA_CHROMIUM
const isRoot = process.getuid?.() === 0

// Tests expect English messages, whatever the language of the site; the commands that they start inherit it.
process.env.LEMMA_LANG = 'en'
/** Files whose tests start servers of their own, because they change a site or test its processes. */
const ownServers =
  /e2e\/(hosting\/(?!functions)|writing\/|site\/(all-options|english|languages|unconfigured))/

export default defineConfig({
  testDir: 'e2e',
  // One set of screenshots for all systems.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  timeout: 60_000,
  // What an author writes is live within a second; on a busy machine it takes longer.
  expect: { timeout: 10_000, toPass: { intervals: [20], timeout: 30_000 } },
  // Two cores. Tests of one file run in order; a file that changes content does so in a copy of the site.
  workers: 2,
  // On a busy machine a browser or a server may stall for seconds. A test that passes at the second attempt is reported as flaky.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // They take longest, so they are first: one of the last files would keep one worker busy while the other has nothing to do.
  projects: [
    { name: 'own servers', testMatch: ownServers },
    { name: 'one server', testIgnore: ownServers },
  ],
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
  // The production build, as `npm start` serves it. `npm test` sets the site of an author, for `e2e/any-site`.
  webServer: {
    command: `node ${serverProgram}`,
    env: {
      PORT: String(port),
      NODE_ENV: 'production',
      REVALIDATE_SECRET: secret,
      LEMMA_SITE: resolve(process.env.LEMMA_SITE ?? folderOf('sample')),
    },
    url: `http://localhost:${port}/robots.txt`,
    timeout: 60_000,
  },
})
