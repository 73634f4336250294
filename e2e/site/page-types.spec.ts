import { expect, test } from '@playwright/test'
import { observeShifts } from '../../bench/measure/page'
import { expectNoViolations } from '../support/axe'
import { leaveAndReturn } from '../support/back-forward-cache'
import { findOverflow, textSpacing } from '../support/overflow'
import { pageTypes } from '../support/page-types'
import { settle } from '../support/settle'

// What holds for each type of page. A page is loaded once for a phone and once for a screen, and then checked for everything.
// The tests only read pages, so that both workers run them.
test.describe.configure({ mode: 'parallel', timeout: 120_000 })
// They add styles, which the policy of pages does not allow (`policy.spec.ts` tests it).
test.use({ contextOptions: { reducedMotion: 'reduce' }, bypassCSP: true })

const phone = { width: 412, height: 839 }
const screen = { width: 1280, height: 720 }

for (const [type, address] of Object.entries(pageTypes))
  test(`${type}: layout does not shift, axe finds no violations, it fits all windows, uses no other host and can be cached`, async ({
    page,
    baseURL,
  }) => {
    const others: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:')) others.push(url)
    })
    await page.addInitScript(observeShifts)
    for (const viewport of [phone, screen]) {
      await page.setViewportSize(viewport)
      await settle(page, () => page.goto(address))
      const { shift, moved } = await page.evaluate(
        () => Reflect.get(window, 'layout') as { shift: number; moved: string[] },
      )
      // A cumulative layout shift of 0.1 is noticeable. On a busy machine, a font may arrive one frame late.
      expect.soft(shift, `layout shift at ${viewport.width} pixels: ${moved.join(' ')}`).toBeLessThan(0.001)
    }
    expect.soft(await leaveAndReturn(page), 'reasons against the back/forward cache').toEqual([])
    await page.waitForLoadState()
    await test.step('axe finds no violations in either theme', () => expectNoViolations(page))
    for (const width of [1280, 768, 640, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      expect.soft(await findOverflow(page), `at ${width} pixels`).toEqual([])
    }
    await page.addStyleTag({ content: textSpacing })
    expect.soft(await findOverflow(page), 'with text spacing').toEqual([])
    expect(others).toEqual([])
  })
