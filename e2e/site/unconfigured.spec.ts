import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { pageTypes } from '../support/page-types'
import { serveWorkspace } from '../support/serve-workspace'

// A site that configures no theme, style sheet, slots, footer or analytics has the pages of an engine without these features.
const features = ['SiteStyles', 'Slot', 'ArticleSlot', 'FooterLines', 'Analytics']

// The same site, served by an engine whose components do not use those features.
const without = serveWorkspace({ isBuilt: true, compiles: true, prepare: removeFeatures })

/** Remove the elements of the features from the components of a workspace, and build it again. */
function removeFeatures(root: string): void {
  const removed = new Set<string>()
  const element = new RegExp(
    `\\{\\w+ && <(${features.join('|')})\\b[^>]*/>\\}|<(${features.join('|')})\\b[^>]*/>`,
    'g',
  )
  for (const folder of ['app', 'components'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.tsx')) continue
      const file = join(root, folder, name)
      const text = readFileSync(file, 'utf8')
      const changed = text.replace(element, (_, conditional, plain) => {
        removed.add(conditional ?? plain)
        return ''
      })
      if (changed !== text) writeFileSync(file, changed)
    }
  expect([...removed].sort(), 'every feature was in use').toEqual([...features].sort())
}

test('every kind of page is byte for byte the page of an engine without themes, slots, footer and analytics', async ({
  request,
  baseURL,
}) => {
  const read = async (url: string) => {
    // The first response may be rendered for it; the second is from the cache, as readers get it.
    await request.get(url)
    return withoutReact(await (await request.get(url)).text())
  }
  for (const address of Object.values(pageTypes)) {
    const [page, reference] = [await read(baseURL + address), await read(without.server.url + address)]
    expect(page.length, address).toBeGreaterThan(1_000)
    expect(firstDifference(page, reference), address).toBeUndefined()
  }
})

/** Where two texts differ, with the text there. */
function firstDifference(one: string, other: string): { one: string; other: string } | undefined {
  if (one === other) return undefined
  let index = 0
  while (one[index] === other[index]) index++
  const excerpt = (text: string) => text.slice(Math.max(0, index - 80), index + 160)
  return { one: excerpt(one), other: excerpt(other) }
}

/**
 * A page with a component contains React's payload, with the id of its build and the positions of elements, and ids that React
 * derives from these. Other pages are compared as they are.
 */
function withoutReact(html: string): string {
  if (!html.includes('self.__next_f')) return html
  return html.replace(/<script>self\.__next_f\.push\(.*?\)<\/script>/gs, '').replace(/_R_\w*_/g, '_R_')
}
