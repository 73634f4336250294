import { afterEach, expect, test, vi } from 'vitest'
import { loadAnalytics } from './load-analytics'

afterEach(() => vi.unstubAllGlobals())

/** Load one script in a browser with these signals. @returns the elements that were inserted */
function load(signals: Record<string, unknown>, readyState: DocumentReadyState = 'complete') {
  const inserted: Record<string, string>[] = []
  const listeners: (() => void)[] = []
  vi.stubGlobal('navigator', signals)
  vi.stubGlobal('window', {
    requestIdleCallback: (callback: () => void) => callback(),
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
  })
  vi.stubGlobal('document', {
    readyState,
    createElement: () => ({
      setAttribute(this: Record<string, string>, name: string, value: string) {
        this[name] = value
      },
    }),
    head: { append: ({ setAttribute: _, ...element }: Record<string, string>) => inserted.push(element) },
  })
  loadAnalytics('[{"src":"https://example.com/a.js","attributes":{"data-site":"x"}}]')
  return { inserted, fireLoad: () => listeners[0]?.() }
}

test('inserts each script with its attributes', () => {
  expect(load({}).inserted).toEqual([{ src: 'https://example.com/a.js', 'data-site': 'x' }])
})

test('waits until the page is loaded', () => {
  const { inserted, fireLoad } = load({}, 'interactive')
  expect(inserted).toEqual([])
  fireLoad()
  expect(inserted).toHaveLength(1)
})

test.each([
  ['Do Not Track', { doNotTrack: '1' }],
  ['Do Not Track of old browsers', { doNotTrack: 'yes' }],
  ['Global Privacy Control', { globalPrivacyControl: true }],
])('loads nothing with %s', (_, signals) => {
  expect(load(signals).inserted).toEqual([])
})

test.each([{ doNotTrack: '0' }, { doNotTrack: 'unspecified' }, { globalPrivacyControl: false }])(
  'loads the scripts with %o',
  (signals) => {
    expect(load(signals).inserted).toHaveLength(1)
  },
)
