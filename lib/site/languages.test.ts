import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { languages } from './languages'

// What a new language needs besides its dictionaries, and the types cannot report.

const styles = readFileSync('app/globals.css', 'utf8')
const require = createRequire(import.meta.url)
const bundledLocales = Object.keys(require('@citation-js/plugin-csl/lib/locales.json'))

describe.each(Object.entries(languages))('%s', (tag, { citationLocale }) => {
  test('has fonts in app/globals.css', () => {
    const rules = [...styles.matchAll(/:lang\(([^)]*)\) \{[^}]*--font-text/g)]
    const named = rules.flatMap(([, tags = '']) => tags.split(', '))
    expect(named.includes(tag) || named.includes(tag.split('-')[0] ?? '')).toBe(true)
  })

  test('has a locale for bibliographies', () => {
    const file = `lib/markdown/bibliography/locale-${citationLocale}.xml`
    expect(bundledLocales.includes(citationLocale) || existsSync(file)).toBe(true)
  })
})

test('each language with Han characters sets all its fonts, whatever the language of the page around it', () => {
  const rules = [...styles.matchAll(/:lang\(([^)]*)\) \{([^}]*--font-text[^}]*)\}/g)]
  for (const tags of ['zh', 'zh-TW, zh-HK, zh-Hant', 'ja']) {
    const [, , rule = ''] = rules.find(([, found]) => found === tags) ?? []
    expect(rule.match(/--font-\w+(?=:)/g), tags).toEqual([
      '--font-plain',
      '--font-text',
      '--font-claim',
      '--font-ui',
    ])
  }
})
