// npm run screenshots: the pictures of docs/screenshots, from the production build.
// JavaScript, because it installs packages first.

import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { translate } from '../site/messages/translate.mjs'
import { findBrowser } from './browser.mjs'
import { fail, say } from './messages.mjs'
import { start } from './processes.mjs'
import { bin, install, prepare } from './run.mjs'

await install()
if (!(await prepare())) fail(translate`The site was not built; the reason is above.`)

// Imported after the installation.
const { chromium } = await import('@playwright/test')
const { default: sharp } = await import('sharp')

const folder = 'docs/screenshots'
const desktop = { width: 1280, height: 860 }
const phone = { width: 390, height: 844 }
/** @type {{ name: string, address: string, colorScheme: 'light' | 'dark', viewport: typeof desktop }[]} */
const pictures = [
  { name: 'index', address: '/', colorScheme: 'light', viewport: desktop },
  { name: 'article', address: '/posts/cov-3-brachistochrone', colorScheme: 'light', viewport: desktop },
  { name: 'article-dark', address: '/posts/gamma-function', colorScheme: 'dark', viewport: desktop },
  { name: 'archive', address: '/archive', colorScheme: 'light', viewport: desktop },
  { name: 'phone', address: '/posts/cov-2-euler-lagrange', colorScheme: 'light', viewport: phone },
  { name: 'phone-dark', address: '/', colorScheme: 'dark', viewport: phone },
]

const port = await findFreePort()
const server = start(process.execPath, [bin('next', 'dist/bin/next'), 'start', '--port', String(port)], {}, [
  'ignore',
  'pipe',
  'inherit',
])
await new Promise((resolve) =>
  server.stdout?.on('data', (text) => String(text).includes('Ready') && resolve(undefined)),
)

const executablePath = await findBrowser()
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
mkdirSync(folder, { recursive: true })
for (const { name, address, colorScheme, viewport } of pictures) {
  const context = await browser.newContext({ colorScheme, viewport, deviceScaleFactor: 1.5 })
  const page = await context.newPage()
  await page.goto(`http://localhost:${port}${address}`, { waitUntil: 'networkidle' })
  const picture = await page.screenshot()
  // Pages have few colours: with a palette of 64 an image takes a third of the bytes.
  await sharp(picture).png({ palette: true, colours: 64, effort: 10 }).toFile(`${folder}/${name}.png`)
  say(`${folder}/${name}.png`)
  await context.close()
}
await browser.close()
server.kill()
process.exit(0)

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
