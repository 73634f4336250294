import type { GenericSchema } from 'valibot'
import { expect, test } from 'vitest'
import { site } from '../../e2e/sites/all-options/site.config'
import { settingSchemas } from './config'

/** Settings that other sites have: `bilingual`, and that of `e2e/hosting/urls.spec.ts`. */
const elsewhere = ['languages', 'untranslated', 'permalinks.posts']

/** The names of settings, with those of the objects in them: `theme.light.accent`. */
function settingNames(schemas: object, prefix = ''): string[] {
  return Object.entries(schemas as Record<string, GenericSchema>).flatMap(([name, schema]) => {
    const entries = entriesOf(schema)
    return entries ? settingNames(entries, `${prefix}${name}.`) : [prefix + name]
  })
}

/** The entries of an object's schema, which may be optional or have rules. */
function entriesOf(schema: object): object | undefined {
  if ('entries' in schema) return schema.entries as object
  return 'wrapped' in schema ? entriesOf(schema.wrapped as object) : undefined
}

test('the site of all options of the end-to-end tests has every setting', () => {
  const settingOf = (name: string) =>
    name
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], site)
  const names = settingNames(settingSchemas).filter((name) => !elsewhere.includes(name))
  expect(names).toContain('theme.light.accent')
  expect(names.filter((name) => settingOf(name) === undefined)).toEqual([])
})
