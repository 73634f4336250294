// Measures pages in a browser: sizes, requests, prefetches, layout shift.
import { gzipSync } from 'node:zlib'
import {
  type Browser,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  devices,
  type Page,
} from '@playwright/test'
import { sum } from '../report/statistics'

export type Device = keyof typeof deviceOptions

/** The cost of one page. Sizes in bytes. */
export interface Visit {
  requests: number
  /** Size of all scripts, gzip. */
  script: number
  /** Size of all stylesheets, gzip. */
  stylesheet: number
  /** Number of font files. */
  fonts: number
  /** Number of font files that the page does not use. */
  idleFonts: number
  /** Prefetches without a pointer on a link, after scrolling to the end. */
  prefetched: string[]
  /** Layout shift, summed over the whole visit instead of the worst session window. */
  shift: number
  /** Elements that moved. */
  moved: string[]
  urls: string[]
}

/** A navigation from page to page, in transferred bytes including headers. */
export interface Navigation {
  requests: { path: string; total: number }[]
  total: number
  /** Size of the document. */
  document: number
  /** Size of fonts that no earlier page used. */
  fonts: number
}

interface Exchange {
  url: string
  type: string
  isPrefetch: boolean
  /** Transferred bytes. */
  total: number
  body: number
}

const deviceOptions = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: devices['Pixel 7'],
} satisfies Record<string, BrowserContextOptions | undefined>

/** A slow mobile network, on which late resources cause layout shift. Bytes per second; milliseconds. */
const slowNetwork = { offline: false, latency: 100, downloadThroughput: 500_000, uploadThroughput: 200_000 }

/** A page is complete if it has sent no request for this long, in milliseconds. */
const quietAfter = 500

/** @param executablePath result of `findBrowser` */
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

/** Open a page with an empty cache, and scroll to its end. */
export async function visit(browser: Browser, url: string, device: Device): Promise<Visit> {
  return withPage(browser, device, async (page, network) => {
    await page.goto(url)
    await network.quiet()
    const shown = network.take()
    await scrollToEnd(page)
    await network.quiet()
    const all = [...shown, ...network.take()]
    const urls = (type: string) => shown.filter((exchange) => exchange.type === type).map(({ url }) => url)
    const fonts = urls('Font').length
    const sources = await page.evaluate(() => [...document.scripts].map(({ src }) => src))
    const isScript = ({ url, type }: Exchange) => type === 'Script' || sources.includes(url)
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

/** Navigate from the index to an article, back, and to another article. Measures the second one, with a warm cache. */
export async function navigateTwice(browser: Browser, url: string): Promise<Navigation> {
  return withPage(browser, 'desktop', async (page, network) => {
    const titles = page.locator('article h2 a')
    const follow = async (index: number) => {
      const title = (await titles.nth(index).innerText()).trim()
      await titles.nth(index).click()
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
      await network.quiet()
    }
    // Without speculation rules, because the browser reports prerendered pages twice.
    await page.setExtraHTTPHeaders({ 'save-data': 'on' })
    await page.goto(url)
    await network.quiet()
    await follow(0)
    await page.goBack()
    await titles.first().waitFor()
    await network.quiet()
    network.take()
    await follow(1)
    const exchanges = network.take()
    const totalOf = (isCounted: (exchange: Exchange) => boolean) =>
      sum(exchanges.filter(isCounted).map(({ total }) => total))
    return {
      requests: exchanges.map(({ url, total }) => ({ path: new URL(url).pathname, total })),
      total: totalOf(() => true),
      document: totalOf(({ url }) => new URL(url).pathname === new URL(page.url()).pathname),
      fonts: totalOf(({ type }) => type === 'Font'),
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
 * A string, because it runs in the page. Ignores `hadRecentInput`: there is no input, but Chromium treats the resizing of
 * an emulated phone as input.
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
  /** Resolves when no request is pending. */
  quiet(): Promise<void>
  /** The transfers since the last call. */
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
  // Responses from the cache are not transferred.
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
