import { expect, test } from 'vitest'
import { compareVersions, isVersion, migrationNotes } from './versions.mjs'

test('compares versions by their numbers', () => {
  expect(['0.10.0', '0.2.1', '1.0.0', '0.2.0', '0.9.9'].sort(compareVersions)).toEqual([
    '0.2.0',
    '0.2.1',
    '0.9.9',
    '0.10.0',
    '1.0.0',
  ])
  expect(['0.2.0', '0.2', '0.2.0-rc.1', 'x'].filter(isVersion)).toEqual(['0.2.0'])
})

const changelog = `# Changelog

## [0.4.0] – Unreleased

### Migration from 0.3

- Four.

## [0.3.0] – 2027-01-01

### Added

- A thing.

## [0.2.0]

### Migration from 0.1

- Two.
- \`site.config.ts\` needs no change.

### Added

## [0.1.0] – 2026-11-27

### Migration

- One.
`

test('the migration notes are those of the versions in between', () => {
  expect(migrationNotes(changelog, '0.1.0', '0.4.0')).toEqual([
    { version: '0.2.0', text: '- Two.\n- `site.config.ts` needs no change.' },
    { version: '0.4.0', text: '- Four.' },
  ])
  expect(migrationNotes(changelog, '0.2.0', '0.3.0')).toEqual([])
})
