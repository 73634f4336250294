import { expect, test } from 'vitest'
import { noteOnSettings } from './note-on-settings'

const error = { file: 'site.config.ts', line: 3, column: 5, rule: 'config', message: 'x' }

test('problems of other files are said to be of the last valid configuration, at its first error', () => {
  expect(noteOnSettings([error, { ...error, line: 9 }], new Date('2026-12-01T00:00:00Z'))).toEqual({
    ...{ file: 'site.config.ts', line: 3, column: 5, rule: 'config' },
    message:
      'The problems of other files were found with the last valid configuration, of 2026-12-01T00:00:00.000Z.',
    hint: 'Correct site.config.ts first. Then all files are checked again.',
  })
  expect(noteOnSettings([error])?.message).toContain('which is published')
  expect(noteOnSettings([])).toBeUndefined()
})
