import { expect, type Page, test } from './test'

test.describe('the theme', () => {
  const paper = { light: 'rgb(252, 251, 248)', dark: 'rgb(22, 23, 26)' }

  test('follows the system, then what the reader chose, on every page from its first frame', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto('/')
    expect(await background(page)).toBe(paper.dark)
    const button = page.getByRole('button', { name: '切换明暗' })
    await button.click()
    await expect(page.getByRole('status').filter({ hasText: '亮' })).toHaveText('明暗：亮')
    expect(await background(page)).toBe(paper.light)

    // The first frame: what is there when the body begins, before any module runs.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return
        observer.disconnect()
        Object.assign(window, { first: getComputedStyle(document.documentElement).colorScheme })
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto('/archive')
    expect(await page.evaluate('first')).toBe('light')
    expect(await background(page)).toBe(paper.light)

    await button.click()
    await expect.poll(() => background(page)).toBe(paper.dark)
    await button.click()
    await expect(page.getByRole('status').filter({ hasText: '系统' })).toHaveCount(1)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  test('is chosen with the keyboard, and the choice survives a navigation', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/archive')
    const button = page.getByRole('button', { name: '切换明暗' })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: '亮' })).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => background(page)).toBe(paper.dark)
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '系列' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '系列' })).toBeVisible()
    expect(await background(page)).toBe(paper.dark)
  })

  test('cannot be switched without script, so no switch is shown', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/')
    await expect(page.getByRole('button', { name: '切换明暗' })).toHaveCount(0)
    await context.close()
  })
})

test.describe('the page', () => {
  test('a name and a motto that are longer than the window widen no page', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto('/')
    const navigation = page.getByRole('navigation', { name: '主导航' })
    const tagline = page.getByRole('banner').getByRole('paragraph')
    await tagline.evaluate((element) => {
      element.textContent = 'Notes on mathematics, physics and everything between'
    })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    for (const link of await navigation.getByRole('link').all())
      await expect(link).toBeInViewport({ ratio: 1 })
  })

  test('sets Chinese in a column of 38 to 42 characters, 1.8 lines apart', async ({ page }) => {
    for (const address of ['/posts/cov-2-euler-lagrange', '/']) {
      await page.goto(address)
      const { characters, leading } = await page
        .locator('.prose p')
        .first()
        .evaluate((paragraph) => {
          const { fontSize, lineHeight } = getComputedStyle(paragraph)
          const size = Number.parseFloat(fontSize)
          return { characters: paragraph.clientWidth / size, leading: Number.parseFloat(lineHeight) / size }
        })
      expect(characters).toBeGreaterThanOrEqual(38)
      expect(characters).toBeLessThanOrEqual(42)
      expect(leading).toBeCloseTo(1.8)
    }
  })

  test('emphasises Chinese by dots that move no line, and slants no Han character', async ({ page }) => {
    await page.goto('/posts/cov-2-euler-lagrange')
    const { height, plain, style } = await page
      .locator('.prose p:not(:has(.katex))')
      .first()
      .evaluate((paragraph) => {
        const before = paragraph.clientHeight
        const emphasis = document.createElement('em')
        emphasis.append(...paragraph.childNodes)
        paragraph.append(emphasis)
        const { fontStyle } = getComputedStyle(emphasis)
        const { height } = paragraph.getBoundingClientRect()
        return { plain: before, height, style: fontStyle }
      })
    expect(style).toBe('normal')
    expect(Math.abs(height - plain)).toBeLessThan(1)
  })

  test('with forced colours can be used: links, focus and the switch are seen', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto('/archive')
    const button = page.getByRole('button', { name: '切换明暗' })
    await button.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    const outline = await button.evaluate((element) => getComputedStyle(element).outlineStyle)
    expect(outline).toBe('solid')
    // Bars are drawn in a colour of the system, not in one that it takes away.
    const bar = page.getByRole('navigation', { name: '每年篇数' }).getByRole('link').first()
    const colours = await bar.evaluate((element) => [
      getComputedStyle(element).backgroundColor,
      getComputedStyle(document.body).backgroundColor,
    ])
    expect(colours[0]).not.toBe(colours[1])
  })
})

test('the contents follow the reader', async ({ page }) => {
  await page.goto('/posts/cov-2-euler-lagrange')
  const contents = page.getByRole('navigation', { name: '目录' })
  for (const title of ['补上欠账', '端点放开']) {
    await page
      .getByRole('heading', { name: title })
      .evaluate((heading) => heading.scrollIntoView({ block: 'start', behavior: 'instant' }))
    await expect(contents).toBeInViewport()
    await expect(contents.locator('[aria-current]')).toHaveCount(1)
    await expect(contents.getByRole('link', { name: title })).toHaveAttribute('aria-current', 'location')
  }
})

test.describe('footnotes', () => {
  const address = '/posts/cov-2-euler-lagrange'

  test('stand in the margin, beside the line that calls them, and once in the document', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(address)
    const note = page.locator('#fn-1')
    const call = page.locator('#fnref-1')
    const [noteBox, callBox, column] = await Promise.all([
      note.boundingBox(),
      call.boundingBox(),
      page.locator('.article-grid > .prose').boundingBox(),
    ])
    expect(noteBox?.x).toBeGreaterThanOrEqual((column?.x ?? 0) + (column?.width ?? 0))
    expect((noteBox?.x ?? 0) + (noteBox?.width ?? 0)).toBeLessThanOrEqual(1280)
    expect(Math.abs((noteBox?.y ?? 0) - (callBox?.y ?? 0))).toBeLessThan(30)
    await expect(
      page.getByRole('listitem').filter({ has: page.locator('[data-footnote-backref]') }),
    ).toHaveCount(1)
  })

  test('stand at the end where there is no margin', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 900 })
    await page.goto(address)
    const [note, last] = await Promise.all([
      page.locator('#fn-1').boundingBox(),
      page
        .locator('.prose p')
        .filter({ hasNot: page.locator('[data-footnote-backref]') })
        .last()
        .boundingBox(),
    ])
    expect(note?.y).toBeGreaterThan(last?.y ?? Number.POSITIVE_INFINITY)
  })

  test('called in one line do not cover each other', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(address)
    // A second note as the compiler would write it, called beside the first.
    await page.locator('#fnref-1').evaluate((call) => {
      const second = call.cloneNode(true) as HTMLElement
      second.style.cssText = 'anchor-name:--call-2'
      call.after(second)
      const note = document.querySelector('#fn-1')
      const copy = note?.cloneNode(true) as HTMLElement
      copy.id = 'fn-2'
      copy.style.cssText = 'anchor-name:--note-2;--call:--call-2;--above:--note-1'
      note?.after(copy)
    })
    const first = await page.locator('#fn-1').boundingBox()
    const second = await page.locator('#fn-2').boundingBox()
    expect(second?.y).toBeGreaterThanOrEqual((first?.y ?? 0) + (first?.height ?? 0))
  })
})

test('the archive draws the posts of each year, and a bar leads to its year', async ({ page }) => {
  await page.goto('/archive')
  const chart = page.getByRole('navigation', { name: '每年篇数' })
  const most = chart.getByRole('link', { name: '2010 年: 5 篇' })
  const fewest = chart.getByRole('link', { name: '2024 年: 1 篇' })
  const heights = await Promise.all([most, fewest].map(async (bar) => (await bar.boundingBox())?.height ?? 0))
  expect(heights[0]).toBeCloseTo(5 * (heights[1] ?? 0), 0)
  await most.click()
  await expect(page.getByRole('heading', { name: '2010' })).toBeInViewport()
})

test.describe('on paper', () => {
  test('an article stands alone, light, with addresses written out and footnotes at its end', async ({
    page,
  }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.goto('/posts/cov-2-euler-lagrange')
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark'
    })
    for (const name of ['主导航', '目录', '系列'])
      await expect(page.getByRole('navigation', { name })).toHaveCount(0)
    await expect(page.getByRole('button')).toHaveCount(0)
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(29, 28, 26)')
    const external = await page.evaluate(() => {
      const link = document.createElement('a')
      link.className = 'external'
      link.href = 'https://example.org/a'
      document.querySelector('.prose')?.append(link)
      return getComputedStyle(link, '::after').content
    })
    expect(external).toContain('https://example.org/a')
    await expect(page.locator('#fn-1')).toHaveCSS('position', 'static')
    await expect(page.locator('.display').first()).toHaveCSS('break-inside', 'avoid')
  })

  test('it is A4 with page numbers', async ({ page }) => {
    await page.goto('/posts/cov-1-shortest-path')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    expect(Math.round(Number(width))).toBe(595)
    expect(Math.round(Number(height))).toBe(842)
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2)
  })
})

test.describe('between pages', () => {
  const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).first()

  test('a title goes to its place in the article', async ({ page }) => {
    await page.goto('/')
    const name = await title(page).evaluate((heading) => getComputedStyle(heading).viewTransitionName)
    expect(name).toMatch(/^_posts_/)
    const moved = await follow(page)
    expect(moved).toContain(name)
    const heading = page.getByRole('main').getByRole('heading', { level: 1 })
    expect(await heading.evaluate((element) => getComputedStyle(element).viewTransitionName)).toBe(name)
  })

  test('nothing moves for readers who asked for less motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto('/')
    expect(await follow(page)).toEqual([])
  })

  /** Follow the first title; the names of what was animated on the way. */
  async function follow(page: Page): Promise<string[]> {
    await page.evaluate(() => {
      const names: string[] = []
      Object.assign(window, { names })
      const start = document.startViewTransition.bind(document)
      document.startViewTransition = (options) => {
        const transition = start(options)
        Object.assign(window, {
          moved: transition.ready.then(() => {
            for (const { effect } of document.getAnimations())
              if (effect instanceof KeyframeEffect)
                names.push(/^::view-transition-group\((.*)\)$/.exec(effect.pseudoElement ?? '')?.[1] ?? '')
            return transition.finished
          }),
        })
        return transition
      }
    })
    await title(page).getByRole('link').click()
    await expect(page).toHaveURL(/\/posts\//)
    return page.evaluate(async () => {
      const { moved, names } = window as unknown as { moved?: Promise<void>; names: string[] }
      await moved
      return names.filter((name) => name !== '')
    })
  }
})

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 400, height: 800 }, hasTouch: true })

  test('what is far below is not laid out before it comes near, and is found all the same', async ({
    page,
  }) => {
    const last = page.locator('.prose > .fragment > .display > *').last()
    const isDrawn = () => last.evaluate((block) => block.checkVisibility({ contentVisibilityAuto: true }))
    await page.goto('/posts/hundred-identities')
    expect(await isDrawn()).toBe(false)
    const id = await page.locator('.prose h2').last().getAttribute('id')
    await page.goto(`/posts/hundred-identities#${encodeURIComponent(id ?? '')}`)
    const heading = page.locator('.prose h2').last()
    await expect(heading).toBeInViewport()
    await page.locator('body').press('End')
    await expect.poll(isDrawn).toBe(true)
    // Scrolling to the end, which takes a while, is over.
    await expect
      .poll(() => page.evaluate(() => scrollY + innerHeight - document.documentElement.scrollHeight))
      .toBeGreaterThan(-2)
    // Going back to it from elsewhere shows what was left.
    await page.evaluate(() => window.scrollTo({ top: 4000, behavior: 'instant' }))
    let left: number | undefined
    // What comes near is laid out, and moves what is seen until it is.
    await expect
      .poll(async () => {
        const before = left
        left = await middle(page)
        return left === before
      })
      .toBe(true)
    expect(left).toBeGreaterThan(2)
    await page.goto('/archive')
    await page.goBack()
    // Without the browser's cache of pages it is found by its place in a page whose lengths are estimates.
    await expect(page.locator('.prose > .fragment > *').nth(left ?? -1)).toBeInViewport()
  })
})

/** Which block of the text stands in the middle of the window. */
function middle(page: Page): Promise<number> {
  return page
    .locator('.prose > .fragment > *')
    .evaluateAll((blocks) =>
      blocks.findIndex((block) => block.getBoundingClientRect().bottom > innerHeight / 2),
    )
}
