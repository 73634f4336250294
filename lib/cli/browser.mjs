// Find a Chromium for the end-to-end tests.
// JavaScript, because it runs before packages are installed.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { translate } from '../site/messages/translate.mjs'
import { findOnPath, installFromDebian } from './debian.mjs'
import { fail, say } from './messages.mjs'
import { bin } from './run.mjs'

/** Names of Chromium's program. The first has no windows, like Playwright's own, and is the fastest. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]

/**
 * Playwright's own browser if it is installed or can be downloaded; else a browser of this machine; else Debian's.
 * @returns {Promise<string | undefined>} path of the browser; undefined for Playwright's own
 */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return undefined
  if (await download()) return undefined
  if (!findOnPath(names)) await installFromDebian('chromium-headless-shell')
  const found = findOnPath(names)
  if (found) return found
  return fail(
    translate`No browser for the end-to-end tests: Playwright’s download was refused, and none is on this machine.\nInstall Chromium or Chrome so that one of these is on the PATH: ${names.join(', ')}. Then run npm test again.`,
  )
}

async function download() {
  say(translate`Fetching Playwright’s Chromium…`)
  const { status } = spawnSync(process.execPath, [bin('playwright', 'cli.js'), 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 5 * 60_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  })
  if (status !== 0) say(translate`The download failed; looking for a browser on this machine.`)
  return status === 0
}
