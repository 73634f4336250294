import { expect, type Page } from '@playwright/test'

/** Leave the current page and return. @returns the reasons why it cannot be cached, except those that depend on the browser only */
export async function leaveAndReturn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  const reasons: string[] = []
  let isReported = false
  session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
    isReported = true
    for (const { type, reason } of notRestoredExplanations)
      if (type !== 'Circumstantial') reasons.push(reason)
  })
  await page.goto('/robots.txt')
  await page.goBack({ waitUntil: 'commit' })
  // The browsers of tests have no such cache, but report what else prevents its use.
  await expect.poll(() => isReported, { intervals: [20] }).toBe(true)
  await session.detach()
  return reasons
}
