import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { site } from '../sites/all-options/site.config'
import { expectNoViolations } from '../support/axe'
import { serveWorkspace } from '../support/serve-workspace'
import { settle, waitForHydration } from '../support/settle'
import { folderOf } from '../support/sites'

// A site that sets everything: settings, theme, slots, a component, a style sheet and files. A build with slots serves only
// its own site, so this one is built here.
const served = serveWorkspace({ site: 'all-options' })

const article = '/posts/plain'
const withComponent = '/posts/everything'
const sourceOf = (file: string) => readFileSync(join(folderOf('all-options'), 'site', file))

/** A path of the server. */
const at = (path: string) => served.server.url + path

/** Answer requests to other hosts, which are those of analytics. @returns their URLs */
async function answerOtherHosts(page: Page): Promise<string[]> {
  const requested: string[] = []
  await page.route(
    (url) => !url.href.startsWith(served.server.url),
    (route) => {
      requested.push(route.request().url())
      return route.fulfill({ contentType: 'text/javascript', body: '' })
    },
  )
  return requested
}

test('the site has no problems', async ({ request }) => {
  await expect
    .poll(async () => (await (await request.get(at('/api/health'))).json()).publisher.problems)
    .toEqual([])
})

test.describe('slots', () => {
  test('the slots of an article are at their places, and receive the site and the article', async ({
    page,
  }) => {
    await answerOtherHosts(page)
    await page.goto(at(article))
    await expect(page.locator('head meta[name=slot]')).toHaveAttribute('content', site.name)
    await expect(page.locator('header.masthead + aside')).toHaveText(site.tagline)
    await expect(page.getByRole('contentinfo').getByText(`${site.author} 的站`)).toBeVisible()
    const before = page.getByText('读前：另一篇')
    const after = page.getByRole('region', { name: '评论' })
    await expect(after.getByRole('link')).toHaveAttribute(
      'href',
      `mailto:ada@all.example?subject=${encodeURIComponent('另一篇')}`,
    )
    const tops = [before, page.locator('article h1'), page.locator('.prose'), after]
    const places = await Promise.all(tops.map(async (part) => (await part.boundingBox())?.y ?? Number.NaN))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(new Set(places).size).toBe(places.length)
  })

  test('every page has the slots of the page, and only articles have those of articles', async ({
    request,
  }) => {
    for (const path of ['/', '/archive', '/about', '/tags', '/search', '/subscribe', '/nowhere']) {
      const html = await (await request.get(at(path))).text()
      for (const part of [`<meta name="slot" content="${site.name}"`, 'aria-label="公告"', 'footer-slot'])
        expect(html, path).toContain(part)
      for (const part of ['before-article', 'aria-label="评论"']) expect(html, path).not.toContain(part)
    }
  })

  test('slots load no scripts', async ({ page }) => {
    await answerOtherHosts(page)
    const scripts: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
    await settle(page, () => page.goto(at(article)))
    const own = scripts.filter((url) => url.startsWith(served.server.url))
    expect(own.filter((url) => !/\/browser\/(entry|load-analytics)-\w+\.js$/.test(url))).toEqual([])
    expect(own.length).toBeGreaterThan(0)
  })

  test('a component of the site reacts on its page', async ({ page }) => {
    await answerOtherHosts(page)
    await page.goto(at(withComponent))
    await waitForHydration(page)
    await page.getByRole('button', { name: '数到 3' }).click()
    await expect(page.getByRole('button', { name: '数到 4' })).toBeVisible()
    await expect(page.getByText('说明文字。')).toBeVisible()
  })
})

test.describe('the theme', () => {
  const { light, dark } = site.theme

  for (const [scheme, { paper, ink }] of Object.entries({ light, dark }))
    test(`has the colours of the site, ${scheme}`, async ({ page }) => {
      await answerOtherHosts(page)
      await page.emulateMedia({ colorScheme: scheme as 'light' | 'dark' })
      await page.goto(at(article))
      expect(await styleOf(page, 'html', 'background-color')).toBe(asComputed(paper))
      expect(await styleOf(page, 'body', 'color')).toBe(asComputed(ink))
    })

  test('has the accent of the site unless its style sheet sets another', async ({ page }) => {
    await answerOtherHosts(page)
    await page.route('**/style.css*', (route) => route.fulfill({ contentType: 'text/css', body: '' }))
    for (const [colorScheme, { accent }] of Object.entries({ light, dark })) {
      await page.emulateMedia({ colorScheme: colorScheme as 'light' | 'dark' })
      await page.goto(at(article))
      expect(await accentOf(page), colorScheme).toBe(asComputed(accent))
    }
  })

  test('loads the font files of the site, and sets text and Han text in its fonts', async ({ page }) => {
    await answerOtherHosts(page)
    const fonts: string[] = []
    page.on('response', (response) => {
      if (response.url().includes('/fonts/') && response.ok()) fonts.push(new URL(response.url()).pathname)
    })
    await page.goto(at(article))
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    expect(fonts).toContain('/fonts/text.woff2')
    const face = await page.evaluate(() => {
      const own = [...document.fonts].find(({ family }) => family.replaceAll('"', '') === 'Test Text')
      return own && { status: own.status, weight: own.weight, style: own.style }
    })
    expect(face).toEqual({ status: 'loaded', weight: '400 700', style: 'normal' })
    const family = (await styleOf(page, '.prose p', 'font-family')).replaceAll('"', '')
    expect(family).toMatch(/^Han Marks, Test Text, Georgia, Test Han, Noto Serif SC, /)
  })

  test('has the column width of the site', async ({ page }) => {
    await answerOtherHosts(page)
    await page.goto(at(article))
    const width = await page.locator('.prose').evaluate((prose) => {
      const { fontSize } = getComputedStyle(document.documentElement)
      return prose.clientWidth / Number.parseFloat(fontSize)
    })
    expect(width).toBeCloseTo(site.theme.columnWidth, 0)
  })

  test('the style sheet of the site is the last one, and replaces the theme', async ({ page }) => {
    await answerOtherHosts(page)
    await page.goto(at(article))
    const sheets = await page
      .locator('link[rel=stylesheet]')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname))
    expect(sheets.slice(-2)).toEqual(['/theme.css', '/style.css'])
    expect(sheets.indexOf('/theme.css')).toBe(sheets.length - 2)
    expect(await styleOf(page, '.masthead', 'border-bottom-style')).toBe('double')
    expect(await accentOf(page)).toBe(asComputed('#0b6b3a'))
  })

  test('axe finds no violations in either theme', async ({ page }) => {
    await answerOtherHosts(page)
    await page.goto(at(withComponent))
    await expectNoViolations(page)
  })

  test('the masthead shows the logo with the name as its text', async ({ page }) => {
    await answerOtherHosts(page)
    await page.goto(at('/'))
    const logo = page.getByRole('banner').getByRole('img', { name: site.name })
    await expect(logo).toHaveAttribute('src', /^\/logo\.svg\?v=/)
    await expect(logo).toHaveJSProperty('complete', true)
    await expect(logo).toHaveAttribute('width', '96')
    await expect(logo).toHaveAttribute('height', '24')
    const ratio = await logo.evaluate((image: HTMLImageElement) => image.clientWidth / image.clientHeight)
    expect(ratio).toBeCloseTo(96 / 24, 0)
  })
})

test.describe('files', () => {
  test('files of the site are served as they are, also in the place of ours', async ({ request }) => {
    for (const file of [
      'favicon.ico',
      'icon.svg',
      'apple-touch-icon.png',
      'logo.svg',
      'card.png',
      'fonts/text.woff2',
      'manual.txt',
      'google0123456789abcdef.html',
      '.well-known/webfinger.json',
    ]) {
      const response = await request.get(at(`/${file}`))
      expect(response.status(), file).toBe(200)
      expect(sourceOf(`public/${file}`).equals(await response.body()), file).toBe(true)
      expect(response.headers()['cache-control'], file).toBe('public, max-age=0, must-revalidate')
    }
    expect(await (await request.get(at('/style.css'))).body()).toEqual(sourceOf('style.css'))
  })

  test('pages name the icons and the card of the site, with URLs that change with the files', async ({
    request,
  }) => {
    const html = await (await request.get(at('/'))).text()
    for (const [name, type] of [
      ['favicon.ico', 'image/'],
      ['icon.svg', 'image/svg+xml'],
      ['apple-touch-icon.png', 'image/png'],
      ['logo.svg', 'image/svg+xml'],
      ['card.png', 'image/png'],
    ] as const) {
      const [url = ''] = new RegExp(`/${name.replace('.', '\\.')}\\?v=[0-9a-f]+`).exec(html) ?? []
      const response = await request.get(at(url))
      expect(response.headers()['content-type'], name).toContain(type)
      expect(response.headers()['cache-control'], name).toContain('immutable')
    }
  })
})

test.describe('settings', () => {
  test('the footer has every line that is configured', async ({ page }) => {
    await answerOtherHosts(page)
    await page.goto(at(article))
    const footer = page.getByRole('contentinfo')
    await expect(footer).toContainText(site.footer.copyright)
    const [profile] = site.footer.social
    await expect(footer.getByRole('link', { name: profile?.label ?? '' })).toHaveAttribute('rel', /\bme\b/)
    for (const [name, href] of [
      [site.footer.icp, 'https://beian.miit.gov.cn/'],
      [site.footer.publicSecurity, 'https://beian.mps.gov.cn/#/query/webSearch?code=11010502030123'],
      ['RSS', '/feed.xml'],
      ['Atom', '/atom.xml'],
      ['JSON', '/feed.json'],
    ] as const)
      await expect(footer.getByRole('link', { name }).first()).toHaveAttribute('href', href)
  })

  test('pages have the meta tags of search engines', async ({ request }) => {
    const html = await (await request.get(at('/'))).text()
    for (const [name, content] of [
      ['google-site-verification', site.verification.google],
      ['msvalidate.01', site.verification.bing],
      ['baidu-site-verification', site.verification.baidu],
    ])
      expect(html).toContain(`<meta name="${name}" content="${content}"/>`)
  })

  test('a page loads the scripts of analytics after it is loaded, unless the reader objects', async ({
    page,
  }) => {
    const requested = await answerOtherHosts(page)
    const { umami, plausible, goatcounter, baidu, custom } = site.analytics
    const expected = [
      umami.script,
      plausible.script,
      goatcounter.script,
      `https://hm.baidu.com/hm.js?${baidu.id}`,
      custom.script,
    ]
    await page.goto(at(article))
    await expect.poll(() => [...requested].sort()).toEqual(expected.sort())
    requested.length = 0
    await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))
    await page.goto(at('/archive'))
    await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())))
    expect(requested).toEqual([])
  })

  test('words, menu, lists, feeds, numbers and citations follow the settings', async ({ request }) => {
    const read = async (path: string) => (await request.get(at(path))).text()
    const index = await read('/')
    expect(index).toContain(site.words.readMore)
    expect(index.match(/<article\b/g)).toHaveLength(site.postsPerPage)
    expect(index).toContain(`<a href="/manual.txt">手册</a>`)
    const page = await read(withComponent)
    // `mathBrackets`, `macros`, `theorems: 'apart'`, `citationStyle: 'apa'`, `licence`
    expect(page).toMatch(/annotation[^>]*>x\\in\\R</)
    expect(page).toMatch(/定理.1[\s\S]*引理.1/)
    expect(page).toContain('(Artin, 1964)')
    expect(page).toContain(site.licence.name)
    const feed = await read('/atom.xml')
    expect(feed.match(/<entry\b/g)).toHaveLength(site.feedEntries)
    expect(feed).toContain(`tag:${site.tagAuthority}:posts/everything`)
    expect(feed).toContain(`rel="hub" href="${site.websubHub}"`)
    expect(await read('/.well-known/security.txt')).toContain(`Contact: ${site.securityContact}\n`)
    // Midnight in Lisbon.
    expect(page).toContain('"datePublished":"2026-02-01T00:00:00')
  })
})

test.describe('a change is live without a build', () => {
  const write = (file: string, text: string) => writeFileSync(join(served.workspace.root, file), text)
  const read = (file: string) => readFileSync(join(served.workspace.root, file), 'utf8')

  /** Wait until a response contains a text, and report how long that took. A busy machine must not fail the test. */
  async function isLive(request: APIRequestContext, what: string, path: string, text: string): Promise<void> {
    const began = performance.now()
    await expect(async () => {
      expect(await (await request.get(at(path))).text()).toContain(text)
    }).toPass({ intervals: [5], timeout: 10_000 })
    const description = `live after ${Math.round(performance.now() - began)} ms`
    test.info().annotations.push({ type: what, description })
  }

  test('of the theme', async ({ page, request }) => {
    await answerOtherHosts(page)
    // The page is cached before.
    await request.get(at(article))
    write('site.config.ts', read('site.config.ts').replaceAll(site.theme.light.paper, '#fff8e7'))
    await isLive(request, 'theme', '/theme.css', '#fff8e7')
    const css = await (await request.get(at('/theme.css'))).text()
    await page.goto(at(article))
    expect(css).not.toContain(site.theme.light.paper)
    await expect(async () => {
      await page.reload()
      expect(await styleOf(page, 'html', 'background-color')).toBe(asComputed('#fff8e7'))
    }).toPass({ intervals: [20] })
  })

  test('of the style sheet', async ({ request }) => {
    const before = /\/style\.css\?v=\w+/.exec(await (await request.get(at(article))).text())?.[0]
    write('site/style.css', '.masthead { color: rebeccapurple }\n')
    await isLive(request, 'style.css', '/style.css', 'rebeccapurple')
    await expect(async () => {
      const html = await (await request.get(at(article))).text()
      expect(html).toContain('/style.css?v=')
      expect(html).not.toContain(`${before}`)
    }).toPass({ intervals: [5], timeout: 10_000 })
  })

  test('of a file, a new and a deleted one', async ({ request }) => {
    write('site/public/manual.txt', 'Second edition.\n')
    await isLive(request, 'changed file', '/manual.txt', 'Second edition.')
    expect((await request.get(at('/new.txt'))).status()).toBe(404)
    write('site/public/new.txt', 'New.\n')
    await isLive(request, 'new file', '/new.txt', 'New.')
  })
})

function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
}

/** The colour that `--color-seal` has in the page. */
function accentOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const probe = document.createElement('i')
    probe.style.color = 'var(--color-seal)'
    document.body.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  })
}

/** A colour of six digits as `getComputedStyle` writes it: `rgb(252, 251, 248)`. */
function asComputed(colour: string): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
  return `rgb(${channels.join(', ')})`
}
