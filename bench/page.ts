// What a reader's browser asks for and shows: weights, requests, prefetches, layout shift.
import { gzipSync } from 'node:zlib'
import {
  type Browser,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  devices,
  type Page,
} from '@playwright/test'
import { sum } from './statistics'

export type Device = keyof typeof deviceOptions

/** What one page needs to be shown. Sizes in bytes. */
export interface Visit {
  requests: number
  /** Of the scripts that were fetched, gzip. */
  script: number
  /** Of the stylesheets, gzip. */
  stylesheet: number
  /** Files of fonts that were fetched. */
  fonts: number
  /** Of these, files that nothing on the page uses. */
  idleFonts: number
  /** Fetched though the reader pointed at nothing, the page scrolled to its end. */
  prefetched: string[]
  /** Cumulative layout shift: all of it, not its worst moment alone. */
  shift: number
  /** Elements that moved. */
  moved: string[]
  urls: string[]
}

/** A client navigation. Bytes on the wire, headers included. */
export interface Navigation {
  requests: { path: string; total: number }[]
  total: number
  /** What is no fragment's body. */
  overhead: number
  /** Of that: fonts that no page before needed. */
  fonts: number
}

interface Exchange {
  url: string
  type: string
  isPrefetch: boolean
  /** Bytes on the wire. */
  total: number
  body: number
}

const deviceOptions = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: devices['Pixel 7'],
} satisfies Record<string, BrowserContextOptions | undefined>

/** A phone on the move: what comes late moves what came early. Bytes a second; milliseconds. */
const slowNetwork = { offline: false, latency: 100, downloadThroughput: 500_000, uploadThroughput: 200_000 }

/** Nothing is asked for any more when nothing was for so long, in milliseconds. */
const quietAfter = 500

/** @param executablePath what `findBrowser` found */
export async function openBrowser(executablePath: string | undefined): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/**
 * What a reader who touches the page sets off: React waits for it (`lib/hydration`). Not before the page's `load`, which
 * waits for the script that listens; the network may be idle earlier.
 */
export async function wake(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.evaluate(() => document.dispatchEvent(new Event('pointerdown')))
}

/** Open a page with an empty cache, look at it, touch it, scroll to its end. */
export async function visit(browser: Browser, url: string, device: Device): Promise<Visit> {
  return withPage(browser, device, async (page, network) => {
    await page.goto(url)
    await network.quiet()
    await wake(page)
    await network.quiet()
    const shown = network.take()
    await scrollToEnd(page)
    await network.quiet()
    const all = [...shown, ...network.take()]
    const urls = (type: string) => shown.filter((exchange) => exchange.type === type).map(({ url }) => url)
    const fonts = urls('Font').length
    const own = await page.evaluate(() => [...document.scripts].map(({ src }) => src))
    const isScript = ({ url, type }: Exchange) => type === 'Script' || own.includes(url)
    const { used, shift, moved } = await page.evaluate(() => ({
      used: [...document.fonts].filter(({ status }) => status === 'loaded').length,
      ...(window as unknown as { layout: { shift: number; moved: string[] } }).layout,
    }))
    return {
      requests: shown.length,
      script: await weigh(shown.filter(isScript).map(({ url }) => url)),
      stylesheet: await weigh(urls('Stylesheet')),
      fonts,
      idleFonts: Math.max(0, fonts - used),
      prefetched: all.filter((exchange) => exchange.isPrefetch && !isScript(exchange)).map(({ url }) => url),
      shift,
      moved,
      urls: shown.map(({ url }) => url),
    }
  })
}

/** From the index to an article, back, and to another article: the second navigation. */
export async function navigateTwice(browser: Browser, url: string): Promise<Navigation> {
  return withPage(browser, 'desktop', async (page, network) => {
    // What was left stays in the document, hidden.
    const titles = page.locator('article h2 a:visible')
    const follow = async (index: number) => {
      const title = (await titles.nth(index).innerText()).trim()
      await titles.nth(index).click()
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
      await network.quiet()
    }
    await page.goto(url)
    await wake(page)
    await network.quiet()
    await follow(0)
    await page.goBack()
    await titles.first().waitFor()
    await network.quiet()
    network.take()
    await follow(1)
    const exchanges = network.take()
    const total = sum(exchanges.map((exchange) => exchange.total))
    const bodies = exchanges.filter(({ url }) => new URL(url).pathname.startsWith('/fragments/'))
    const fonts = exchanges.filter(({ type }) => type === 'Font')
    return {
      requests: exchanges.map(({ url, total }) => ({ path: new URL(url).pathname, total })),
      total,
      overhead: total - sum(bodies.map(({ body }) => body)),
      fonts: sum(fonts.map(({ total }) => total)),
    }
  })
}

export function gzipSize(content: string | Buffer): number {
  return gzipSync(content, { level: 6 }).length
}

async function withPage<T>(
  browser: Browser,
  device: Device,
  work: (page: Page, network: Network) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(deviceOptions[device])
  try {
    const page = await context.newPage()
    await page.addInitScript(observeShifts)
    const session = await context.newCDPSession(page)
    const network = await recordNetwork(session)
    if (device === 'phone') await session.send('Network.emulateNetworkConditions', slowNetwork)
    return await work(page, network)
  } finally {
    await context.close()
  }
}

/**
 * As text: it runs in the page. Whether input came before is not asked: none does, and Chromium takes the resizing of an
 * emulated phone for some.
 */
export const observeShifts = `
  window.layout = { shift: 0, moved: [] }
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      window.layout.shift += value
      for (const { node } of sources) window.layout.moved.push(node?.cloneNode().outerHTML ?? node?.nodeName ?? '')
    }
  }).observe({ type: 'layout-shift', buffered: true })`

interface Network {
  /** Resolves when nothing is under way any more. */
  quiet(): Promise<void>
  /** What went over the wire since the last time. */
  take(): Exchange[]
}

async function recordNetwork(session: CDPSession): Promise<Network> {
  const exchanges = new Map<string, Exchange>()
  const open = new Set<string>()
  let onChange = () => {}
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    if (!request.url.startsWith('http')) return
    const { headers, url } = request
    const isPrefetch =
      type === 'Prefetch' ||
      Object.keys(headers).some((name) => /^(next-router-prefetch|(sec-)?purpose)$/i.test(name))
    exchanges.set(requestId, { url, type, isPrefetch, total: 0, body: 0 })
    open.add(requestId)
    onChange()
  })
  // What the cache answers is not on the wire.
  session.on('Network.requestServedFromCache', ({ requestId }) => exchanges.delete(requestId))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) exchanges.delete(requestId)
  })
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const exchange = exchanges.get(requestId)
    if (exchange) exchange.body += encodedDataLength
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const exchange = exchanges.get(requestId)
    if (exchange) exchange.total = encodedDataLength
    open.delete(requestId)
    onChange()
  })
  session.on('Network.loadingFailed', ({ requestId }) => {
    open.delete(requestId)
    onChange()
  })
  await session.send('Network.enable')
  return {
    quiet: () =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined
        onChange = () => {
          clearTimeout(timer)
          if (open.size === 0) timer = setTimeout(resolve, quietAfter)
        }
        onChange()
      }),
    take() {
      const taken = [...exchanges.values()]
      exchanges.clear()
      return taken
    },
  }
}

async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    while (window.scrollY + window.innerHeight < document.documentElement.scrollHeight - 1) {
      window.scrollBy({ top: window.innerHeight, behavior: 'instant' })
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }
  })
}

async function weigh(urls: readonly string[]): Promise<number> {
  const sizes = urls.map(async (url) => gzipSize(Buffer.from(await (await fetch(url)).arrayBuffer())))
  return sum(await Promise.all(sizes))
}
